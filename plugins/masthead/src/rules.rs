//! What each rule does, for `copydesk explain masthead/RULE`.

use copydesk_core::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { name: "given", doc: "It was given with the document from outside." },
    Rule {
        name: "stated-published",
        doc: "The page states it for machines: JSON-LD's \"datePublished\" (schema.org), \"article:published_time\" (Open Graph), microdata, Dublin Core, the meta elements of content systems. Which is believed first stands in `words/ranking.txt`. It is high where a statement of another kind tells the same day and none tells another, and all statements are kept as `candidates`, with their places in the source.",
    },
    Rule {
        name: "called-published",
        doc: "The markup calls an element the day of publication: `<time pubdate>`, `<abbr class=\"published\">`, `<span class=\"posted-on\">`.",
    },
    Rule {
        name: "address",
        doc: "The page's own address has the day: \"/2031/05/07/\". A weak witness: it counts where nothing is stated, and seconds what is.",
    },
    Rule {
        name: "called-date",
        doc: "The markup calls an element a date (`<time>`, `<span class=\"entry-date\">`) and doesn't say of what. The one nearest to the headline counts.",
    },
    Rule {
        name: "picture",
        doc: "Nothing says when, and the address of the lead picture has a day (\"/2031/05/07/\"): the story is not older, and as a rule of that day. Given as inferred, with low confidence.",
    },
    Rule { name: "created", doc: "The page states only when it was made (\"dateCreated\")." },
    Rule {
        name: "only-modified",
        doc: "The page states only when it was changed (\"dateModified\", \"Updated\"). That is no day of publication; it is given as inferred, with low confidence, because most pages that state nothing else were never changed.",
    },
    Rule {
        name: "local-day",
        doc: "The page states a time of Greenwich, and prints the day before or behind it: that is the day at the outlet.",
    },
    Rule {
        name: "published-line",
        doc: "A line says it: \"Published: 07 May. 2031, 10:14\", or a date at the head of the page, with one paragraph between it and the headline at most. \"Updated\" counts only where nothing else is said. The clock time is kept, with Z where the zone is GMT or UTC.",
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
    Rule {
        name: "stated-outlet",
        doc: "The page's markup names the site or its publisher: \"og:site_name\", JSON-LD's WebSite and publisher (`words/ranking.txt`).",
    },
    Rule { name: "outlet-line", doc: "The outlet's name on a line of its own above the headline." },
    Rule {
        name: "page-title",
        doc: "What the page's title has beside the headline: \"Quellstädter Kurier - Headline\".",
    },
    Rule { name: "sign-off", doc: "A broadcast's last line: \"TV Valmere News, Ines Harrow.\"" },
    Rule { name: "login", doc: "A login that names the site: \"… to connect with the Valmere Courier\"." },
    Rule { name: "biography", doc: "The author's life names the present house: \"Before joining Dailybrisk, …\"." },
    Rule {
        name: "own-dispatch",
        doc: "No outlet is named, and the dateline names an agency and a day, as agencies do in their own dispatches: \"Port Mirel, May 29 (TELIS).-\". Without a day (\"VELM (TELIS) —\") it may be anybody who ran the agency's copy.",
    },
    Rule { name: "headline-zone", doc: "The headline that the zones plugin found." },
    Rule {
        name: "heading",
        doc: "The page's heading (`<h1>`) that shares at least half of its words with a title of the page: what shares less is the name of the site or of a section.",
    },
    Rule {
        name: "stated-title",
        doc: "No heading agrees with the titles: the headline that JSON-LD states, else a title, without the name of the site (\"Ferries sail again | Valmere Courier\").",
    },
    Rule {
        name: "stated-author",
        doc: "The page states it for machines: JSON-LD's author, meta elements, microdata (`words/ranking.txt`). \"By\", functions, degrees and addresses are taken off (`words/bylines.txt`); \"admin\" and the outlet itself are no author, unless the outlet alone is stated.",
    },
    Rule {
        name: "called-author",
        doc: "The markup calls an element the author: `rel=\"author\"`, `<span class=\"byline\">`. Only what has the shape of a name counts.",
    },
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
        name: "stated-language",
        doc: "The page states it (`<html lang>`, JSON-LD, Open Graph), and its words don't gainsay it. Where words are clear they count more than what a template states.",
    },
    Rule {
        name: "language-of-words",
        doc: "The share of English function words, else the detector's guess where it is sure.",
    },
];
