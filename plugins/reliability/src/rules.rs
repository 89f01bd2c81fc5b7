//! The rules: one for each observation. What each shows, why it matters, and who says so.
//!
//! Named are the W3C Credible Web community group ("Reviewed Credibility Signals", and "Credibility Signals" for what is not reviewed yet), the
//! Journalism Trust Initiative (CEN CWA 17493:2019), the AP's "News Values and Principles", the SPJ Code of Ethics and the BBC Editorial Guidelines.

use crate::Observation;
use copydesk_core::Rule;

/// The rule of an observation.
pub const fn of(signal: Observation) -> &'static str {
    match signal {
        Observation::WireCredit => "wire-credit",
        Observation::WireCreditPhotoOnly => "wire-credit-photo-only",
        Observation::PersonalBylineOnAgencyCopyright => "personal-byline-on-agency-copyright",
        Observation::ContactDomainMismatch => "contact-domain-mismatch",
        Observation::StateMediaSource => "state-media-source",
        Observation::UnnamedSources => "unnamed-sources",
        Observation::AnonymityWithoutReason => "anonymity-without-reason",
        Observation::ImpersonalAttribution => "impersonal-attribution",
        Observation::MissingDate => "missing-date",
        Observation::MissingByline => "missing-byline",
        Observation::AdvertInBody => "advert-in-body",
        Observation::Dateline => "dateline",
        Observation::NamedSources => "named-sources",
    }
}

/// Every rule.
pub const RULES: &[Rule] = &[
    Rule {
        name: "wire-credit",
        doc: "Good: an agency is credited for the text, in the dateline, behind the last sentence, in the byline or the copyright line: \"Port Mirel, May 29 (TELIS).-\". \
              A reader sees whose work it is, and that the same report elsewhere is no second source. (JTI, CWA 17493: origin of content)",
    },
    Rule {
        name: "wire-credit-photo-only",
        doc: "Info: the only agency on the page is credited for a picture: \"Photo: © POOL/ALQ\". The text may be the outlet's own, or the agency's without credit: \
              other articles in the pile can show which.",
    },
    Rule {
        name: "personal-byline-on-agency-copyright",
        doc: "Caution: the byline names a person, the copyright line an agency: \"By Corin Vash\" and \"© (2031) Agence Lorne-Quist\". One of the two did not write it. \
              Not where the byline names the agency too, or the outlet is the agency. (SPJ Code of Ethics: never plagiarize, always attribute; JTI: origin of content)",
    },
    Rule {
        name: "contact-domain-mismatch",
        doc: "Caution: an address to write to, in the byline, the author's life or the contact line, lies in a domain that shares nothing with the outlet's name: \
              corin@veranda-times.example in the Dailybrisk. The page may have been copied with its author. Free mail, universities, governments and the credited agency are left out. \
              (JTI: contact and ownership are to be stated; W3C Credible Web: provenance of the site)",
    },
    Rule {
        name: "state-media-source",
        doc: "Info: something rests on a medium that a state controls: the Kestrian Telegraph Agency (KTA) said; a report by state news agency KTA. One signal a medium, each mention is evidence. \
              It may be the only one with access; it is not independent of the party it speaks of. Known names follow the classes of the State Media Monitor, others are told by the words \"state\" or \"official\".",
    },
    Rule {
        name: "unnamed-sources",
        doc: "Caution: attributions to people or reports without a name: experts said; observers warned; a source close to the talks; according to reports. `count` of `of` attributions in the story. \
              A reader can't weigh who can't be known. Not counted: governments, offices and spokesmen; experts at a house that is named (\"economists at Banco Olmeda\"); \"the witness\", who was spoken of before. \
              (AP, News Values and Principles, anonymous sources; BBC Editorial Guidelines 3.3.16; W3C Credible Web: quotes and citations of sources)",
    },
    Rule {
        name: "anonymity-without-reason",
        doc: "Caution: somebody was promised anonymity, and the sentence does not say why: An engineer, speaking on condition of anonymity, said the gate had stuck. \
              Not where a reason follows: because he feared for his post; as she was not authorised to speak. (AP, News Values and Principles: we must explain why the source requested anonymity)",
    },
    Rule {
        name: "impersonal-attribution",
        doc: "Caution: the statement is nobody's: it is expected that; is interpreted as; is believed to; there are concerns about; reportedly. `count` of `of` attributions in the story. \
              Not inside what somebody else is quoted with, and not \"allegedly\", which is owed to the accused. (SPJ Code of Ethics: identify sources clearly)",
    },
    Rule {
        name: "missing-date",
        doc: "Caution: neither the page nor what was given with it says on which day it was published, so \"last week\" can't be placed. A copyright year is shown as evidence where there is one; it is no day. \
              (W3C Credible Web: date first published; JTI: date and time of publication)",
    },
    Rule {
        name: "missing-byline",
        doc: "Info: no author is named, not by initials either. Agencies' reports and live pages often have none. (JTI: author's identity; W3C Credible Web: the author is named)",
    },
    Rule {
        name: "advert-in-body",
        doc: "An advert between two paragraphs of the story, not marked off from it in the text. Caution where it is for gambling: SPIN & WIN 150% welcome bonus. Info otherwise; \
              a label alone (\"Advertisement\") is none. (W3C Credible Web, Credibility Signals: advertising; JTI: advertising must be told from editorial content)",
    },
    Rule {
        name: "dateline",
        doc: "Good: a dateline says where the story was reported from: \"Port Mirel, May 29 (TELIS).-\". (AP Stylebook: a dateline says that the basic information was obtained there)",
    },
    Rule {
        name: "named-sources",
        doc: "Good: people whom the story cites by name; `count` says how many, `names` who. A reader can look them up. Whether what they say is true is another question. \
              (SPJ Code of Ethics: identify sources clearly; W3C Credible Web: quotes and citations of sources)",
    },
];
