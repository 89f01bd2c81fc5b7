//! The rules that figures name.

use copydesk_core::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "count",
        doc: "A number with the noun that it counts behind it: “11,000 Dovanian soldiers” counts soldiers. The head is the first plural noun behind the number (Quirk et al. 1985, 5.10 and 17.2).",
    },
    Rule {
        name: "number",
        doc: "A number that stands alone: “the toll rose to 23”, “the index closed at 96.1”. What it counts is taken from an earlier figure of the same value where that is clear.",
    },
    Rule {
        name: "vague",
        doc: "A plural power of ten, a dozen in the plural, or a few of them: “thousands of refugees”, “several hundred people”. `low` and `high` are implied by the word, not stated.",
    },
    Rule {
        name: "money-sign",
        doc: "A currency sign, an ISO 4217 code or a local prefix before the number: “$1.2bn”, “A$5”, “EUR 50m”, “RM85”.",
    },
    Rule {
        name: "money-name",
        doc: "A currency's name, code or sign behind the number: “20 million won”, “1,200€”, “63 cents”. Pounds are money where they come by the million or are paid, else mass.",
    },
    Rule { name: "percent", doc: "“12%”, “12 percent”, “12 per cent”, “12pc”." },
    Rule {
        name: "percentage-points",
        doc: "“27 percentage points”, and “six points” in a sentence about polls where a percentage stands beside it: the difference of two percentages.",
    },
    Rule {
        name: "measure",
        doc: "A number with a unit of measurement, given as UCUM code: “85 km/h”, “450 sq ft”, “six-mile”, “40 hours a week”.",
    },
    Rule { name: "age-old", doc: "“a 34-year-old”, “18 months old”, “60 years of age”." },
    Rule { name: "age-word", doc: "“aged four and nine”, “at the age of 71”, “in his 40s”." },
    Rule {
        name: "age-comma",
        doc: "A number between commas behind a name is an age: “Marta Quill, 71, said” (AP and Guardian style).",
    },
    Rule { name: "ratio", doc: "“one in five”, “two out of three households”: the share and its two numbers." },
    Rule {
        name: "fraction",
        doc: "“two-thirds”, “half of the seats”, “1/40”, “a quarter of”. A fraction without an exact decimal keeps numerator and denominator.",
    },
    Rule {
        name: "score",
        doc: "Results and votes: “62-38”, “won 3-1”. A range is told from a score by its order, its unit, and the words round it.",
    },
    Rule {
        name: "multiple",
        doc: "“doubled”, “twofold”, “three times as many”: how often the earlier amount is in the later.",
    },
    Rule {
        name: "ordinal",
        doc: "A place in a row, with the noun that it numbers: “the third test”. “First” as an adverb is left alone.",
    },
    Rule { name: "rank", doc: "“No. 1”, “ranked third”, “finished second”." },
    Rule {
        name: "phone",
        doc: "Set aside: digits grouped as telephone numbers are (ITU-T E.123), or behind “call”, “text”, “tel”.",
    },
    Rule {
        name: "identifier",
        doc: "Set aside: digits that letters run into or that a label names: “G20”, “MH17”, “Flight 370”, “77 Harbour Road”.",
    },
    Rule {
        name: "section-number", doc: "Set aside: the number of an article, section, page or chapter: “Article 4”."
    },
    Rule {
        name: "product",
        doc: "Set aside: a number behind a capitalised name belongs to the name: “News 9”, “Windows 11”, “World War Two”.",
    },
    Rule {
        name: "title",
        doc: "Set aside: a number word with a capital inside a sentence is part of a name: “the Big Four”.",
    },
    Rule {
        name: "pronoun",
        doc: "Set aside: “one” that counts nothing: “no one”, “one of the”, “the one”, “one another”, “at one point” (Quirk et al. 1985, 6.54-6.56).",
    },
    Rule { name: "counter", doc: "Set aside: the counter of a text box or a gallery: “0/250”." },
    Rule { name: "position-label", doc: "Set aside: who stands where in a picture: “(R)”, “(2-L)”." },
    Rule { name: "term", doc: "Set aside: “24/7”, “9/11”." },
    Rule { name: "list-number", doc: "Set aside: the number of a list's line: “1) …”." },
    Rule { name: "footnote", doc: "Set aside: “[3]”." },
];
