//! The payload: what was observed, how it is read, and the places that show it.

use crate::ratings::Rating;
use crate::tables::Hold;
use copydesk_core::{Confidence, Evidence, Finding, Level};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What was observed. The name is that of the rule, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Observation {
    /// An agency is credited for the text.
    WireCredit,
    /// An agency is credited for a picture, and none for the text.
    WireCreditPhotoOnly,
    /// The byline names a person, the copyright line an agency.
    PersonalBylineOnAgencyCopyright,
    /// An address to write to lies in a domain that has nothing of the outlet's name.
    ContactDomainMismatch,
    /// Something rests on the word of state media.
    StateMediaSource,
    /// Something rests on the word of people without a name.
    UnnamedSources,
    /// Anonymity was granted, and no reason is given.
    AnonymityWithoutReason,
    /// Something rests on nobody's word.
    ImpersonalAttribution,
    /// The page gives no day of publication.
    MissingDate,
    /// The page names no author.
    MissingByline,
    /// An advert stands in the middle of the story.
    AdvertInBody,
    /// The outlet is in the tables.
    ListedOutlet,
    /// A list that the user trusts rates the outlet, the agency or a medium that is cited.
    UserRating,
    /// The page does not say where the story was reported from.
    MissingDateline,
    /// Something rests on people in the plural, of whom nothing is said: "experts", "observers".
    PluralSources,
    /// A number that others may dispute, and nobody's word for it in its sentence.
    UnattributedFigure,
    /// A quotation, and nobody in its paragraph who says it.
    QuoteWithoutSpeaker,
    /// The caption names one house as the giver of the picture, the credit another.
    CaptionCreditMismatch,
    /// One name in two spellings.
    TwoSpellings,
    /// The headline has a number, a person or quoted words that the body has not.
    HeadlineNotInBody,
    /// The body says as possible what the headline says as fact.
    HeadlineWithoutHedge,
    /// A dateline says where the story was reported from.
    Dateline,
    /// People are named as sources.
    NamedSources,
}

/// How the published criteria of journalism read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// What good practice asks for.
    Good,
    /// What good practice warns of. It has honest reasons, too.
    Caution,
    /// Worth knowing.
    Info,
}

/// A signal. Its place is the first piece of its evidence that has one; what is missing has none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Signal {
    /// What was observed.
    pub signal: Observation,
    /// How it is read.
    pub direction: Direction,
    /// Who or what it is about: the agency, the outlet, the state medium, the people.
    pub names: Vec<String>,
    /// How many there are: attributions, mentions of a state medium, or for `named-sources` people.
    pub count: Option<u32>,
    /// Of how many attributions in the story.
    pub of: Option<u32>,
    /// For a medium that the tables have: who holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<Hold>,
    /// For `user-rating`: the row that was hit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// The places that show it.
    pub evidence: Vec<Evidence>,
}

/// So many different words are shown in a sentence; the evidence has all.
const SHOWN: usize = 3;

impl Signal {
    fn words(&self) -> String {
        let mut shown: Vec<&str> = Vec::new();
        for evidence in &self.evidence {
            if shown.len() < SHOWN && !shown.iter().any(|known| known.eq_ignore_ascii_case(&evidence.text)) {
                shown.push(&evidence.text);
            }
        }
        shown.iter().map(|words| format!("“{words}”")).collect::<Vec<_>>().join(", ")
    }

    /// "3 of 8 attributions rest", "1 of 8 attributions rests"
    fn share(&self) -> String {
        let (count, of) = (self.count.unwrap_or_default(), self.of.unwrap_or_default());
        match (count, of) {
            (1, 1) => "the only attribution rests".to_owned(),
            (1, of) => format!("1 of {of} attributions rests"),
            (count, of) => format!("{count} of {of} attributions rest"),
        }
    }
}

impl Finding for Signal {
    const KINDS: &'static [&'static str] = &["signal"];

    fn sentence(&self, _: &[&str]) -> String {
        let name = self.names.first().map_or("", String::as_str);
        let second = self.names.get(1).map_or("", String::as_str);
        match self.signal {
            Observation::WireCredit => format!("the text is credited to an agency, {name}"),
            Observation::WireCreditPhotoOnly => {
                format!("{name} is credited for a picture only; the text is credited to no agency")
            }
            Observation::PersonalBylineOnAgencyCopyright => {
                format!("the byline is {name}'s, the copyright is {second}'s: who wrote it?")
            }
            Observation::ContactDomainMismatch => {
                format!("the address {} does not fit the outlet's name, {name}", self.words())
            }
            Observation::StateMediaSource => {
                let times = match self.count {
                    Some(count) if count > 1 => format!(" {count} times"),
                    _ => String::new(),
                };
                if let Some(hold) = self.hold {
                    format!("state media is cited{times}: {name} ({})", hold.name())
                } else if name.contains(char::is_uppercase) {
                    format!("state media is cited{times}: {name}")
                } else {
                    format!("{name} is cited{times}, and not said which")
                }
            }
            Observation::UnnamedSources => format!("{} on sources without a name: {}", self.share(), self.words()),
            Observation::AnonymityWithoutReason => {
                format!("a source stays without a name, and no reason is given: {}", self.words())
            }
            Observation::ImpersonalAttribution => format!("{} on nobody's word: {}", self.share(), self.words()),
            Observation::MissingDate => "the page gives no day of publication".to_owned(),
            Observation::MissingByline => "the page names no author".to_owned(),
            Observation::AdvertInBody => match self.direction {
                Direction::Caution => {
                    format!("an advert for gambling stands in the middle of the story: {}", self.words())
                }
                _ => format!("an advert stands in the middle of the story: {}", self.words()),
            },
            Observation::ListedOutlet => {
                let hold = self.hold.map_or("", Hold::name);
                format!("{name} is {hold} ({second}) in the State Media Monitor's matrix")
            }
            Observation::UserRating => self.rating.as_ref().map_or_else(String::new, |rating| rated(name, rating)),
            Observation::MissingDateline => "no dateline says where it was reported from".to_owned(),
            Observation::PluralSources => {
                format!("sources in the plural, of whom nothing is said: {}", self.words())
            }
            Observation::UnattributedFigure => {
                format!("a figure that may be disputed, and nobody's word for it in its sentence: {}", self.words())
            }
            Observation::QuoteWithoutSpeaker => match self.names.first() {
                Some(name) => format!(
                    "quoted without a speaker in the paragraph (by what stands before, {name}): {}",
                    self.words()
                ),
                None => format!("quoted without a speaker in the paragraph: {}", self.words()),
            },
            Observation::CaptionCreditMismatch => {
                format!("the caption says that the picture is from {name}, the credit says {second}")
            }
            Observation::TwoSpellings => format!("one name in two spellings: {name} and {second}"),
            Observation::HeadlineNotInBody => format!("in the headline and not in the story: {}", self.words()),
            Observation::HeadlineWithoutHedge => {
                let hedge = self.evidence.get(1).map_or("", |evidence| evidence.text.as_str());
                format!("the headline says as a fact what the story hedges: “{hedge}”")
            }
            Observation::Dateline => format!("the dateline says where it was reported from: {name}"),
            Observation::NamedSources => {
                let shown = self.names.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
                let more = if self.names.len() > SHOWN { " …" } else { "" };
                match self.count {
                    Some(1) => format!("one person is named as a source: {shown}"),
                    count => format!("{} people are named as sources: {shown}{more}", count.unwrap_or_default()),
                }
            }
        }
    }

    fn level(&self) -> Level {
        if self.direction == Direction::Caution { Level::Check } else { Level::Note }
    }
}

/// "Valmere Courier is rated B (score 0.71, generally reliable) in ratings.csv:12"
fn rated(name: &str, rating: &Rating) -> String {
    let score = rating.score.as_ref().map(|score| format!("score {score}"));
    let more: Vec<String> = [score, rating.class.clone(), rating.note.clone()].into_iter().flatten().collect();
    let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
    let grade = rating.grade.map_or_else(String::new, |grade| format!(" {grade:?}"));
    format!("{name} is rated{grade}{more} in {}", rating.place())
}

/// A signal before it is pushed: the observation, its confidence, what it stands on.
pub(crate) struct Seen {
    pub confidence: Confidence,
    pub signal: Signal,
}

impl Seen {
    /// A signal with these pieces of evidence.
    pub fn new(signal: Observation, direction: Direction, confidence: Confidence, evidence: Vec<Evidence>) -> Self {
        let (names, count, of, hold, rating) = (Vec::new(), None, None, None, None);
        Self { confidence, signal: Signal { signal, direction, names, count, of, hold, rating, evidence } }
    }

    /// What it is about.
    pub fn about(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.signal.names.extend(names);
        self
    }

    /// Who holds it.
    pub const fn held(mut self, hold: Option<Hold>) -> Self {
        self.signal.hold = hold;
        self
    }

    /// How many, of how many.
    pub fn counted(mut self, count: usize, of: Option<usize>) -> Self {
        self.signal.count = Some(count as u32);
        self.signal.of = of.map(|of| of as u32);
        self
    }
}
