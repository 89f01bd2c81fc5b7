//! The rules that sources name.

use copydesk_core::Rule;

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule {
        name: "speaker",
        doc: "Whoever a quotation, direct or indirect, is attributed to: “The dam holds,” the minister said; according to Kestria, the dam holds. \
              What is attributed is the quotation's extent. Two governments in one subject are two sources.",
    },
    Rule {
        name: "goes-on",
        doc: "Words in marks without a cue of their own rest on the speaker before: “It will hold,” she said. “It has held for years.”",
    },
    Rule {
        name: "citing",
        doc: "What a speaker or the reporter cites: Citing intelligence reports, the ministry said the camp was empty. The report rests on what is cited, too.",
    },
    Rule {
        name: "impersonal",
        doc: "Nobody's word: it is expected that, is interpreted as, is believed to, there are concerns about, reportedly. The name is null. \
              (SPJ Code of Ethics: identify sources clearly; BBC Editorial Guidelines 3.3.16)",
    },
    Rule {
        name: "dateline-agency",
        doc: "An agency in a dateline: Port Mirel, Dec 5 (EFE).- It is the source of the whole story.",
    },
    Rule {
        name: "sign-off-agency",
        doc: "A line that is nothing but an agency's name, as daily papers close wire copy: Yonhap",
    },
    Rule { name: "copyright-agency", doc: "An agency behind a copyright sign: © (2031) Agence France-Presse" },
    Rule {
        name: "photo-credit",
        doc: "Who took a picture: Photo: © POOL/AFP, [KYODO NEWS], EFE-EPA/JANE DOE. It says nothing of who wrote the story.",
    },
];
