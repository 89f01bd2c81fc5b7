//! The rules that quotations name.

use copydesk_core::Rule;

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule {
        name: "quote-speaker-cue",
        doc: "Words in marks, then who says them, then the verb: “The bridge is closed,” the mayor said. Where the attribution \
              interrupts, the pieces are joined: “The bridge,” she said, “is closed.” (AP Stylebook, quotation marks; Quirk et al. 1985, 14.28-29)",
    },
    Rule {
        name: "quote-cue-speaker",
        doc: "Words in marks, then the verb, then who says them: “The bridge is closed,” said Ann Hale, the mayor. (Quirk et al. 1985, 14.29)",
    },
    Rule {
        name: "speaker-cue-quote",
        doc: "Who speaks, the verb, then words in marks: Hale said: “The bridge is closed.” Where the marks close inside the clause, \
              the rest of the clause belongs to the report.",
    },
    Rule {
        name: "speaker-cue-clause",
        doc: "Who speaks, the verb, then the report, to the end of the sentence or to where the reporter speaks again: Hale said that the bridge \
              was “unsafe” and would close. (Quirk et al. 1985, 14.30; Pareti 2012, A Database of Attribution Relations)",
    },
    Rule {
        name: "clause-speaker-cue",
        doc: "The report, a comma, who speaks, the verb: The bridge will close, the mayor said Tuesday.",
    },
    Rule {
        name: "clause-cue-speaker",
        doc: "The report, a comma, the verb, who speaks: The bridge will close, said Ann Hale.",
    },
    Rule {
        name: "according-to",
        doc: "“according to” governs the clause that it opens, or the one that it closes: According to Hale, the bridge is closed. In the middle \
              of a clause it governs what follows: the lorries are, according to reports, parked at the border.",
    },
    Rule { name: "passive-agent", doc: "A passive with its agent: The plan was criticised by residents." },
    Rule {
        name: "colon",
        doc: "A clause that ends in a colon, then words in marks: She turned to the crowd: “The bridge is closed.”",
    },
    Rule {
        name: "question",
        doc: "Asked whether the bridge would close, she said no: the question is reported, and nobody is named for it.",
    },
    Rule {
        name: "label",
        doc: "A name, a colon, words in marks, as in transcripts: [Ann Hale / mayor: “The bridge is closed.”]",
    },
    Rule {
        name: "heading",
        doc: "A name at the head of a heading or of a turn in a transcript, a colon, words without marks: Hale: Bridge is safe.",
    },
    Rule {
        name: "turn",
        doc: "The turn of a transcript: a paragraph that opens with who speaks, where others do too: HALE: The bridge is closed. Nobody was hurt. All of \
              the paragraph is said. (Chicago Manual of Style 13.48, discussions and interviews)",
    },
    Rule {
        name: "interviewee",
        doc: "The answers of an interview, “A: It fell in the night.”, are those of the person whom its introduction names most.",
    },
    Rule {
        name: "interviewer",
        doc: "The questions of an interview, “Q: When did it fall?”: nobody is named for them.",
    },
    Rule {
        name: "noun",
        doc: "A noun of speech with its owner, then words in marks: Hale's claim that “nobody was hurt”; in Hale's words, “a shame”. (Quirk et al. 1985, \
              17.26-27: appositive clauses of “claim”, “answer”, “remark”)",
    },
    Rule {
        name: "signed",
        doc: "Words in marks, a dash, who said them, and nothing more, as under a headline or in a box: “The bridge is closed.” — Ann Hale",
    },
    Rule {
        name: "floating",
        doc: "A sentence in marks with no verb that reports it: it goes on from the quotation before, in the same paragraph as a piece of it, in a \
              new one as a quotation by the same speaker.",
    },
    Rule {
        name: "document",
        doc: "Words in marks that a text lays down: The treaty obliges both states to help “without delay”. The text is the speaker, with the verb for its cue.",
    },
    Rule {
        name: "title",
        doc: "Words in marks, each with a capital, that nobody says: a treaty, a song, a film. Set aside.",
    },
    Rule { name: "term", doc: "Words in marks behind “so-called”, “the term”, “known as”. Set aside." },
    Rule { name: "nickname", doc: "A name in marks between two names: Ann “Annie” Hale. Set aside." },
    Rule {
        name: "scare-quote",
        doc: "One to four words in marks inside a sentence in which nobody speaks. Set aside.",
    },
];
