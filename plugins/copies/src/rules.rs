//! The rules of copies.

use copydesk_core::Rule;

/// Every rule that a cluster, a pair or a reason can name.
pub const RULES: &[Rule] = &[
    Rule {
        name: "given-event",
        doc: "The articles were given with one `event`. What is given is not questioned: articles of two given events are never compared.",
    },
    Rule {
        name: "rare-words",
        doc: "The articles share names, words, numbers and pairs of words that few others of the pile have: \"Talvik\", \"Tesh delta\", \"ratified\". Each counts by its rarity in the pile \
              (tf-idf, names one and a half times), and groups are joined while their articles are on average alike (average linkage), so that one article about two events does not join them.",
    },
    Rule {
        name: "shared-text",
        doc: "The articles share runs of five words, at least three in twenty of the shorter one's. A run that is seen in three or more different weeks is a template \
              (\"no part of this page may be printed or sent on\") and does not count.",
    },
    Rule { name: "alone", doc: "No other article of the pile is of this event." },
    Rule {
        name: "same-wire",
        doc: "Both articles credit one agency (a line at the end, a copyright line, a dateline, a picture's credit; once at least for the text), and more ties them: a shared passage of eight words, two \
              shorter ones, or one speaker with the same saying. Likeness of the whole fails here: two outlets' versions of one agency story, one of them translated there and back, were \
              measured to share six to eight of a hundred runs of three words.",
    },
    Rule { name: "near-copy", doc: "Half of the words of one article or more stand in the other, in shared passages." },
    Rule {
        name: "shared-upstream",
        doc: "Both render one third text: what they share is attributed to somebody on both sides (twelve words or more, and half of all that they share), they quote one source, and they credit no \
              common agency. Two papers that each quote from one statement of the KTA.",
    },
    Rule {
        name: "shares-passages",
        doc: "Passages of six words or more stand in both, word for word, three of the words at least with a meaning of their own. Passages are found by their runs of five words (winnowing after \
              Schleimer, Wilkerson and Aiken, 2003, finds the pairs) and drawn out as far as they go.",
    },
    Rule {
        name: "independent",
        doc: "The two articles share no passage and no saying; said in clusters of up to twelve articles. It does not say that they have different sources: origins does.",
    },
    Rule { name: "version", doc: "Two articles under one address: the same article at two times." },
    Rule {
        name: "same-address",
        doc: "A reason: the addresses are the same but for scheme, `www.`, query and fragment.",
    },
    Rule {
        name: "same-credit",
        doc: "A reason: both credit one agency, by its name or its initials (\"Agence Lorne-Quist\", \"ALQ\"), and one of them at least not just under a picture.",
    },
    Rule { name: "shared-passage", doc: "A reason: passages stand in both word for word." },
    Rule {
        name: "shared-quote",
        doc: "A reason: one speaker says the same in both between quotation marks, in the same words or in others: half of the shorter saying's words are shared (stems, without function words), two of \
              them at least are no names, and most stand in the same order. \"stay at the lock until the last barge is home\", \"keep watch at the lock until the last barge is safe\".",
    },
    Rule { name: "high-coverage", doc: "A reason: the shared passages make up half of one article or more." },
    Rule {
        name: "shared-source",
        doc: "A reason: the shared passages are attributed on both sides, and both quote one source.",
    },
    Rule { name: "nothing-shared", doc: "A reason: no passage, no saying and no credit is shared." },
];
