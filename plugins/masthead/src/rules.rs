//! What each rule does, for `copydesk explain masthead/RULE`.

use copydesk_core::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { name: "given", doc: "It was given with the document from outside." },
    Rule {
        name: "published-line",
        doc: "A line says it: \"Published: 07 May. 2031, 10:14\", or a date at the head of the page. \"Updated\" counts only where nothing else is said. The clock time is kept, with Z where the zone is GMT or UTC.",
    },
    Rule { name: "lead-in", doc: "The lead-in of a collection says it: \"date 2031-05-07 News 6\"." },
    Rule { name: "dateline", doc: "The dateline says it: \"Port Mirel, May 29 (TELIS).-\"." },
    Rule {
        name: "dateline-and-year",
        doc: "The dateline gives month and day; the year is concluded. A picture is never younger than its story: the first such day not before the latest full date in a caption. Else the year of the copyright line, else the one that brings the day closest to a full date in the story. The premises are cited.",
    },
    Rule {
        name: "only-a-year",
        doc: "The day of publication is unknown. The year of the copyright line is cited: it dates the page, not the story.",
    },
    Rule {
        name: "no-date",
        doc: "The day of publication is unknown: no line gives it, and neither the clock nor the file's time is ever asked.",
    },
    Rule { name: "outlet-line", doc: "The outlet's name on a line of its own above the headline." },
    Rule {
        name: "page-title",
        doc: "What the page's title has beside the headline: \"Quellstädter Kurier - Headline\".",
    },
    Rule { name: "sign-off", doc: "A broadcast's last line: \"TV Valmere News, Ines Harrow.\"" },
    Rule { name: "login", doc: "A login that names the site: \"… to connect with the Valmere Courier\"." },
    Rule { name: "biography", doc: "The author's life names the present house: \"Before joining Dailybrisk, …\"." },
    Rule { name: "own-dispatch", doc: "No outlet is named, and the dateline names an agency: its own dispatch." },
    Rule { name: "headline-zone", doc: "The headline that the zones plugin found." },
    Rule {
        name: "by-line",
        doc: "Names behind \"By\", without place and function: \"By Lucia Amar and Teo Lund in Brisca\".",
    },
    Rule { name: "house-byline", doc: "An initial and a name before the house: \"M.Ohler--QK\"." },
    Rule { name: "initials", doc: "Editors' initials behind a dispatch: \"rvl-ako/mt\"." },
    Rule {
        name: "dateline-agency",
        doc: "The agency between the brackets of the dateline: a known one, one with the shape of an agency's name, or two to six capitals that are no American station's call sign (\"KWXT\").",
    },
    Rule { name: "credit", doc: "The agency behind the last sentence, or alone on a line behind the story." },
    Rule { name: "copyright-line", doc: "An agency that holds the rights: \"© (2031) Agence Lorne-Quist\"." },
    Rule { name: "byline-agency", doc: "An agency in the byline." },
    Rule {
        name: "photo-only",
        doc: "An agency is credited for a picture only: the text may be its own too, or another's.",
    },
    Rule {
        name: "language-of-words",
        doc: "The share of English function words, else the detector's guess where it is sure.",
    },
];
