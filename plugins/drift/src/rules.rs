//! The rules of drift.

use copydesk_core::Rule;

/// Every rule that a finding can name.
pub const RULES: &[Rule] = &[
    Rule {
        name: "same-speaker",
        doc: "Two articles of one event quote one speaker (the resolved name in any case, with or without hyphens; or the surname) with the same saying in different words: half of the shorter one's words \
              with a meaning of their own stand in the other (stems), most of them in the same order, two of them at least no names, one of the two stands \
              between quotation marks, and nothing else in the one article is nearer to the other. \
              \"stay at the lock until the last barge is home\" against \"keep watch at the lock until the last barge is safe\".",
    },
    Rule {
        name: "same-words",
        doc: "One article or both name no speaker (\"she\", \"the minister\"), but the wordings share three quarters of the shorter one's words with a meaning of their own, and four of them at least; or both stand \
              between marks and seven in ten of all words are the same, in order: \
              \"the minister\" in one article may be \"Dana Ilves\" in another.",
    },
];
