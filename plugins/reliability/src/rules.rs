//! The rules: one for each observation. What each shows, why it matters, and who says so.
//!
//! One half of the plugin reads an article, the other the pile; both name rules of this one list, so that `copydesk explain` has them in one place.
//!
//! Named are the W3C Credible Web community group ("Reviewed Credibility Signals", and "Credibility Signals" for what is not reviewed yet), the
//! Journalism Trust Initiative (CEN CWA 17493:2019), the AP's "News Values and Principles", the SPJ Code of Ethics, the BBC Editorial Guidelines, and for grades NATO's AJP-2.1 (Allied Joint
//! Doctrine for Intelligence Procedures) with the MISP taxonomy `admiralty-scale`.

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
        Observation::ListedOutlet => "listed-outlet",
        Observation::UserRating => "user-rating",
        Observation::MissingDateline => "missing-dateline",
        Observation::PluralSources => "plural-sources",
        Observation::UnattributedFigure => "unattributed-figure",
        Observation::QuoteWithoutSpeaker => "quote-without-speaker",
        Observation::CaptionCreditMismatch => "caption-credit-mismatch",
        Observation::TwoSpellings => "two-spellings",
        Observation::HeadlineNotInBody => "headline-not-in-body",
        Observation::HeadlineWithoutHedge => "headline-without-hedge",
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
              It may be the only one with access; it is not independent of the party it speaks of. Names that the tables have are given with their class (`hold`: state-controlled, captured-public, captured-private, after the State Media Monitor), others are told by the words \"state\" or \"official\".",
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
              Not where a reason follows: because he feared for his post; as she was not authorised to speak; pending an announcement. Nor where nothing is attributed there: friends who declined to be named laid flowers. (AP, News Values and Principles: we must explain why the source requested anonymity)",
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
        doc: "Info: no author is named, not by initials, a line \"Follow Ada Brill on Twitter\", a name alone at the end, or a last line that says who somebody is whom the story does not name. Agencies' reports and live pages often have none. (JTI: author's identity; W3C Credible Web: the author is named)",
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
        doc: "Good: people whom the story cites by name; `count` says how many, `names` who. The mention itself has the name, or an apposition at its side: whom \"he\" means is a conclusion. Something was said: not \"could add\", nor a participle behind the name, whose subject may be another. A reader can look them up. Whether what they say is true is another question. \
              (SPJ Code of Ethics: identify sources clearly; W3C Credible Web: quotes and citations of sources)",
    },
    Rule {
        name: "listed-outlet",
        doc: "Info: the outlet is in the State Media Monitor's matrix, which says who holds it: state-controlled, captured-public, captured-private, or one of four kinds that are independent. \
              Looked up by the domain of the address that was given with the article, else by the name of the outlet where that can mean one only: not \"Daily News\", not an acronym that two countries share. \
              (State Media Monitor, typology of Dragomir and Söderström; JTI, CWA 17493: ownership and funding; W3C Credible Web: ownership of the site)",
    },
    Rule {
        name: "user-rating",
        doc: "Info: a list that was given with --ratings rates the outlet, the agency that is credited, or a medium that is cited. `rating` has the row: list and line, grade, score, class, note. \
              The narrowest domain counts first, then the name, then the class in the table of state media (a row of kind `class`); of two rows for one the later, of two lists the later. \
              Columns: match, kind (domain, name, class), name, grade (A to F), score, class, note, url, asof. The columns of domain-quality ratings (domain, pc1), Wikipedia's perennial sources (source, status) and the State Media Matrix are recognised.",
    },
    Rule {
        name: "missing-dateline",
        doc: "Info: no dateline and no byline says where the story was reported from, though it shows that one is missed: the story is credited to an agency, whose reports have one, or it speaks of \"here\" in its own words (\"officials here said\"). \
              Not of other stories: many outlets print none, and what was put together at a desk needs none. (AP Stylebook, datelines; W3C Credible Web: location of the reporter)",
    },
    Rule {
        name: "plural-sources",
        doc: "Caution: a statement rests on people in the plural, and the word says no more than that there are some: experts said; observers raised; critics say. Nobody can tell how many there are, or whether there is one. `count` of `of` attributions. \
              Not where anything more is said of them: three engineers at the dam; economists at Banco Olmeda. (BBC Editorial Guidelines 3.3.16; Wikipedia, Manual of Style, unsupported attributions; W3C Credible Web: quotes and citations of sources)",
    },
    Rule {
        name: "unattributed-figure",
        doc: "Caution: a number of dead, hurt, fighters, protesters, refugees or prisoners, ten or more, stands in a sentence that names nobody for it: Some 4,600 soldiers were sent to the border. Parties count these differently. \
              Not inside of what somebody says, not where the sentence has a source or a verb of speech, not \"the 49 people killed\", whom the reader is taken to know of, not in plans (\"would send 3,000 troops\"), not in a sentence that names a year or counts years: what lies back is on record. (Reuters Handbook of Journalism: attribute casualties and crowds; JTI: accuracy and attribution)",
    },
    Rule {
        name: "quote-without-speaker",
        doc: "A paragraph of the story is a quotation of eight words or more and next to nothing else: no speaker, no verb of speech, no name. Whose it is has to be concluded from the paragraphs before; `names` has whom copydesk concludes. Caution where it is nobody, info where it is somebody, if without a name. \
              Not where the paragraph before ends in a colon or leaves its quotation marks open. (AP Stylebook, quotations: be sure that the reader can tell who speaks; W3C Credible Web: quotes and citations of sources)",
    },
    Rule {
        name: "caption-credit-mismatch",
        doc: "Caution: the caption says that one ministry gave the picture, the credit beside it names another: \"made available by the Foreign Ministry\" over \"DEFENCE MINISTRY / HANDOUT\". One of the two is wrong. Spellings of one ministry (defence, defense) are the same. \
              (Reuters Handbook of Journalism, captions and handouts; JTI: origin of content)",
    },
    Rule {
        name: "two-spellings",
        doc: "Caution: one person's name is written in two ways in one article: Andrei Belov and Andrey Belov; Ha Jong-un and Ha Jong Un. Told by what the spellings, without initials, have in common (i for y, k for c, s for z, one of two equal letters, no marks, no hyphens), not by their distance: Maria Lund and Mario Lund are two people. \
              It hints at text from two hands, or at a translation. (JTI: accuracy; SPJ Code of Ethics: take responsibility for accuracy)",
    },
    Rule {
        name: "headline-not-in-body",
        doc: "Caution: the headline has a number that no number of the story is near (ten per cent), three or more quoted words of which no sentence of it has half, or a person of whose name no part does. Not \"5 things to know\", nor \"4 shot\" over two dead and two hurt. A first line counts as headline where it has the form of one: four words or more, one sentence without a full stop. \
              (W3C Credible Web, Credibility Signals: title representativeness; SPJ Code of Ethics: headlines must not oversimplify or highlight out of context)",
    },
    Rule {
        name: "headline-without-hedge",
        doc: "Caution: the headline says as a fact what the sentence that it sums up says as possible: \"River pact sinks tax\" over \"The river pact may sink the tax\". The sentence is one of the first six, and shares three words and six in ten with the headline; the hedge stands right before one of them. \
              Not where the headline has a hedge, a question mark, quotation marks, a colon or a verb of speech of its own. (W3C Credible Web, Credibility Signals: title representativeness)",
    },
    Rule {
        name: "undisclosed-wire-copy",
        doc: "Caution, over the pile: no credit in the article's text names an agency, and the article is a copy of one whose credit does (a picture's credit is none for the text). The evidence has the picture's credit or the longest passage that both share, and the other's credit. \
              (SPJ Code of Ethics: never plagiarize, always attribute; JTI, CWA 17493: origin of content)",
    },
    Rule {
        name: "one-root",
        doc: "Caution, over the pile: what two or more outlets agree on rests on the word of one source: `names` has it, `count` says how many statements, the evidence where they stand. Each place lies in what the article puts on that source, and on nobody else. Outlets are not counted as confirmation of each other. \
              (AP, News Values and Principles: seek more than one source; W3C Credible Web: sources of claims)",
    },
    Rule {
        name: "hedge-dropped",
        doc: "Caution, over the pile: two articles give one value, one beside a hedge (\"reportedly\", \"unconfirmed\", \"is believed to\"), the other in a sentence with no hedge and on nobody's word. The evidence has the hedge and the bare place. The hedge stands in the clause of the number; \"allegedly\" and \"suspected\" doubt who did it, not how many there were. \
              (W3C Credible Web, Credibility Signals: confidence of claims; SPJ Code of Ethics: identify sources clearly)",
    },
    Rule {
        name: "loaded-wording",
        doc: "Caution, over the pile: one act is praised or damned in one article and not, or otherwise, in another of the same event: a landmark pact, a historic agreement, a treaty. In the outlet's own voice only, not in what it quotes. \
              (BBC Editorial Guidelines 4.3: due impartiality, loaded words; W3C Credible Web, Credibility Signals: emotionally charged tone)",
    },
    Rule {
        name: "admiralty",
        doc: "On request (--admiralty): a grade on NATO's two axes, which are taken from inputs that have nothing in common. (AJP-2.1: source and information are judged independently of each other.) \
              The LETTER says how reliable the source is, and comes from tables and lists only: A to E as a list given with --ratings has it (a grade; else its class: generally reliable B, no consensus C, generally unreliable D, deprecated E; else its score, between 0 and 1 or 0 and 100, by fifths), for the outlet's address, its name, or its class in the table of state media where a list grades that class; F, cannot be judged, where no list says anything. An article has the letter of its outlet. A statement has the letter of the root that it rests on; where no list has that, the best of the outlets' that tell it. \
              The DIGIT says how credible the statement is, and comes from corroboration in this pile only, counting the roots that it rests on, never outlets: \
              1 confirmed, three roots or more tell it, none another value; 2 probably true, two roots; 3 possibly true, more roots tell it than any other value, or one root through two newsrooms and nobody differs; 4 doubtful, as many roots tell another value; 5 improbable, more roots tell another value; 6 cannot be judged, nothing else in the pile speaks of it. \
              An article has the digit in the middle of those of its statements, of two the weaker; 6 where none is told by another. A copy of a story is no second root. Tags: admiralty-scale:source-reliability=\"b\", admiralty-scale:information-credibility=\"2\" (MISP taxonomy).",
    },
];
