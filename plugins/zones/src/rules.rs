//! What each rule does, for `copydesk explain zones/RULE`.

use copydesk_core::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule { name: "paragraph", doc: "What no other rule claims is the story. A text of one line is always story." },
    Rule {
        name: "price-row",
        doc: "A symbol, a change in per cent and a price, in two lines or more: \"ALBR 0.42% 18.07 €\". The short line in capitals beside them heads the table.",
    },
    Rule { name: "stage-mark", doc: "One to three words between brackets on a line of their own: \"[Anchor]\"." },
    Rule { name: "hand-off", doc: "The hand-off to the reporter: \"Ines Harrow has the story.\"" },
    Rule {
        name: "photo-credit",
        doc: "A caption ends with who took the picture: a name in capitals between square brackets, \"/ Photo:\", \"(AP Photo/…)\", or capitals with a slash behind the last full stop: \"… TELIS-PPA/KTA/FILE\".",
    },
    Rule { name: "copyright-sign", doc: "A line with the sign © (or \"(c)\" and a year)." },
    Rule { name: "pointer", doc: "The way to another story: \"MORE: …\", \"RELATED | …\"." },
    Rule { name: "clock-line", doc: "A clock time alone: the stamp of an entry on a live page, \"17:50 GMT\"." },
    Rule {
        name: "date-line",
        doc: "A date alone, with a weekday, a time or a section at most: \"Monday, 13 October 2031\".",
    },
    Rule { name: "counter", doc: "The counter of a comment box: \"(0/300)\"." },
    Rule { name: "web-address", doc: "A line that is a web address." },
    Rule { name: "mail-address", doc: "A line that is a mail address, with a word or two." },
    Rule { name: "by-line", doc: "\"By\" and names: \"By Lucia Amar and Teo Lund in Brisca\"." },
    Rule {
        name: "between-dashes",
        doc: "A short line between spaced hyphens, as agencies set crossheads: \"- 'Bigger contingents' -\".",
    },
    Rule {
        name: "advert-words",
        doc: "Words of gambling and sales (words/advert.txt) with percentages or sums, in a line that is no sentence: \"150% welcome pack up to €2,500\".",
    },
    Rule { name: "menu-signs", doc: "Entries between arrows or bars: \"Home > World > Tesh Basin\"." },
    Rule {
        name: "cue",
        doc: "Words that only this kind of line has (words/cues.txt): \"Text size:\", \"Spread the love\", \"All rights reserved\". In a full sentence they count only beside other furniture or behind the story.",
    },
    Rule {
        name: "repeated-line",
        doc: "The same sentence on two lines running: the first stands under a picture or a film.",
    },
    Rule {
        name: "below-related-head",
        doc: "Short lines below a head such as \"Related Stories\" or \"More in Tesh Basin\", up to the next paragraph.",
    },
    Rule { name: "below-comments", doc: "What follows \"Comments\" or \"Leave a reply\" behind the story." },
    Rule {
        name: "between-comments",
        doc: "From the first to the last of three or more lines such as \"Reply\", \"Jane says:\", \"2 days ago\": the comments of readers.",
    },
    Rule { name: "number-alone", doc: "On a page with its furniture, a number on a line of its own." },
    Rule {
        name: "line-again-and-again",
        doc: "On a page with its furniture, a short line that stands there three times or more: a button.",
    },
    Rule {
        name: "run-of-short-lines",
        doc: "On a page with its furniture, four or more lines running of one to three words: a menu or a table.",
    },
    Rule {
        name: "outside-story",
        doc: "On a page with its furniture, what lies outside the stretch with the most running text (after Finn, Kushmerick and Smyth 2001, body text extraction).",
    },
    Rule { name: "given-title", doc: "The line that equals the title given with the document." },
    Rule {
        name: "repeated-headline",
        doc: "Above the story the line that stands there more than once, alone or behind the outlet's name, is the headline: its last place counts.",
    },
    Rule {
        name: "line-above-story",
        doc: "The last line above the first paragraph that is long enough for a headline.",
    },
    Rule {
        name: "stopped-headline",
        doc: "A first line that ends in a full stop and yet is the headline: it is in title case, or a dateline follows.",
    },
    Rule { name: "headline-again", doc: "The headline once more: the title of the page, the line above a picture." },
    Rule { name: "lead-in", doc: "A collection's lead-in before the article: \"date 2031-05-07 News 6\"." },
    Rule {
        name: "outlet-name",
        doc: "A short line made with the words that outlets' names are made with: \"Portavel Herald\".",
    },
    Rule { name: "above-headline", doc: "A short line above the headline: a section or a programme." },
    Rule { name: "below-headline", doc: "Lines between headline and story: main points, a name." },
    Rule { name: "sign-off", doc: "A broadcaster and a name behind the story: \"TV Valmere News, Ines Harrow.\"" },
    Rule { name: "house-byline", doc: "An initial, a name, two hyphens and the house: \"M.Ohler--QK\"." },
    Rule { name: "initials", doc: "Editors' initials behind an agency's dispatch: \"rvl-ako/mt\"." },
    Rule { name: "agency-line", doc: "A news agency alone on a line behind the story." },
    Rule {
        name: "lone-name",
        doc: "One word with a capital on a line of its own directly behind the story: the agency that supplied it, most often.",
    },
    Rule {
        name: "named-in-byline",
        doc: "A line behind the story that begins with the name in the byline: the name again, or the author's life.",
    },
    Rule { name: "name-and-place", doc: "A name and a place behind the story: \"Sander Pohl, Portavel\"." },
    Rule { name: "short-line", doc: "A short line without a full stop between paragraphs: a crosshead." },
    Rule {
        name: "dateline",
        doc: "A place with a date, with an agency between brackets, or in capitals, closed by a dash: \"Port Mirel, May 29 (TELIS).-\" (AP Stylebook, datelines).",
    },
    Rule {
        name: "page-headline",
        doc: "On a web page: the last heading above the story that the page states as its title (og:title, JSON-LD headline, title); else the last h1 above it.",
    },
    Rule {
        name: "element-caption",
        doc: "On a web page: what stands in a figcaption, or in an element that is called a caption.",
    },
    Rule {
        name: "element-name",
        doc: "On a web page: what the class, id or role of an element round it says, the innermost that says something (\"related-posts\", \"share-bar\", \"author-bio\", role navigation; schema.org's itemprop; plugins/html/src/words/names.txt). A name that holds more than half of the page's running text is not believed.",
    },
    Rule { name: "heading", doc: "On a web page: a heading inside the story, with story below it, is a crosshead." },
    Rule {
        name: "headed-entries",
        doc: "On a web page: the headings of a story that has four or more of them. They name what the paragraphs below are about (\"7. Lorne Quay, for its lamps\"), in lists, guides and rankings, so that they are read as part of the story.",
    },
    Rule {
        name: "heading-of-nothing",
        doc: "On a web page: a heading behind which no story follows heads what was left out.",
    },
    Rule {
        name: "links",
        doc: "On a web page: a block inside the story of which most stands in links leads elsewhere (Kohlschütter, Fankhauser and Nejdl 2010, on link density).",
    },
    Rule {
        name: "program-text",
        doc: "On a web page: preformatted text with as many brackets and operators as programs have. What is counted in it is no news.",
    },
    Rule {
        name: "not-held",
        doc: "On a web page: what no witness holds to be the article's. Witnesses are extractors of main content (Mozilla's Readability; Trafilatura, Barbaresi 2021). What both hold is story; between the first and the last such block so is what one of them holds, unless it is a short line or its element's name tells of furniture. Where the second holds less than a third of what the first does, the first alone counts; where there was none to ask, sentences are story.",
    },
    Rule { name: "trailing-agency", doc: "The agency behind the last sentence: \"… the soldiers abroad. TELIS\"." },
];
