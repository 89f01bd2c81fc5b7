//! The rules that claims name.

use copydesk_core::Rule;

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "equal",
        doc: "Articles of one event give one value of one thing: a date of one act, a figure of what is counted. Things are the \
              same when act or head noun are (acts by `words/acts.txt`, nouns as figures normalises them), when nothing tells them apart (killed and \
              injured, another unit), and when their sentences share names. How many people were killed, injured, missing … each article tells once: by the \
              number that leads (“two people were killed”, “one dead”), with those whom it adds (“before killing himself”), and not by parts of it (“one of \
              the wounded”) or by other events (“the 12 killed last year”). Who is told of without a number (“a man was shot dead”) counts as one, and \
              denies no greater number; “no one was hurt” is 0. Phrases are in `words/tolls.txt`, after ACE (2005).",
    },
    Rule {
        name: "contradiction",
        doc: "Two values of one thing that can't both be true, from different sources or from none.",
    },
    Rule {
        name: "different-sources",
        doc: "Two values of one thing that can't both be true, each on the word of another source: “the army says 40, residents say 90”.",
    },
    Rule {
        name: "unresolved",
        doc: "Figures that a story brings up to date, such as tolls, from articles of which one at least has no day of publication: it can't be told \
              whether the one is later than the other, or denies it.",
    },
    Rule {
        name: "same-source-different-figure",
        doc: "One source is named for two figures of one thing: “around 4,000, Orsenland says” and “some 4,600, according to Orsenland”.",
    },
    Rule {
        name: "report-date-vs-event-date",
        doc: "One act on two days, the later of which is the day on which it was reported: the article dates the act by its announcement.",
    },
    Rule {
        name: "update",
        doc: "The figure of a later report, or a status of which the later article says that it has come about: “at least 17 dead” on \
              Monday, “29” on Saturday; “will take effect”, then “came into force”. Of somebody's age: a birthday lies between the \
              reports.",
    },
    Rule {
        name: "compatible-granularity",
        doc: "One date at two grains: “last week” and “April 30”, “June” and “19 June”.",
    },
    Rule {
        name: "compatible-approximation",
        doc: "One figure, rounded or bounded differently: “more than 6,000” and “6,200”. A rounded figure reaches half a unit of its \
              second digit either way.",
    },
    Rule {
        name: "at-least",
        doc: "Tolls of which the smaller one leaves room for more (“at least four” and “nine”) or the greater one for fewer (“up to 20”), or of which the smaller \
              one is told on a later day: who looks back tells of some of them (“he is accused of killing two”). A number that is a part by its own words (“two \
              officers”, “four were taken to hospital”) is held against no greater one.",
    },
    Rule {
        name: "dead-among-injured",
        doc: "The greater number of injured is that of all who were hit, the dead among them: “five were shot, one of them fatally” and “one was killed \
              and four were wounded”.",
    },
    Rule {
        name: "doer-among-dead",
        doc: "The greater number of dead takes in whoever killed them: “killed three people and himself”, “four people died, the gunman among them”, and \
              “three people were killed”.",
    },
    Rule {
        name: "different-object",
        doc: "Two dates of an act lie so far apart (more than 31 days) that they are dates of two acts.",
    },
];
