//! Reliability: what a careful reader can say of an article's sourcing from its text.
//!
//! Signals, each with its evidence and the rule that gave it. There is no score and no verdict: a signal says what stands on the page, a
//! direction says how the published criteria of journalism read it, and the reader decides.

mod advert;
mod contact;
mod credit;
mod page;
mod rules;
mod sourcing;
mod state;

use copydesk_core::{
    Analyzer, Confidence, Evidence, Finding, Given, Level, NoOptions, OptionsError, Reading, Rule, Sink, Span, register,
};
use copydesk_masthead::Masthead;
use copydesk_names::Name;
use copydesk_quotes::Quote;
use copydesk_sources::Source;
use copydesk_zones::{Label, Zone};
use page::Page;
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
                if name.contains(char::is_uppercase) {
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

/// A signal before it is pushed: the observation, its confidence, what it stands on.
pub(crate) struct Seen {
    pub confidence: Confidence,
    pub signal: Signal,
}

impl Seen {
    /// A signal with these pieces of evidence.
    pub fn new(signal: Observation, direction: Direction, confidence: Confidence, evidence: Vec<Evidence>) -> Self {
        Self { confidence, signal: Signal { signal, direction, names: Vec::new(), count: None, of: None, evidence } }
    }

    /// What it is about.
    pub fn about(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.signal.names.extend(names);
        self
    }

    /// How many, of how many.
    pub fn counted(mut self, count: usize, of: Option<usize>) -> Self {
        self.signal.count = Some(count as u32);
        self.signal.of = of.map(|of| of as u32);
        self
    }
}

/// The analyzer.
pub struct Reliability;

impl Analyzer for Reliability {
    const NAME: &'static str = "reliability";
    const RULES: &'static [Rule] = rules::RULES;
    const LANGUAGES: &'static [&'static str] = &["en"];
    type Options = NoOptions;
    type Requires = (Zone, Masthead, Name, Quote, Source);
    type Output = Signal;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn analyze(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, found: &mut Sink<'_, Signal>) {
        let (zones, ..) = given.columns;
        // What has no story has no sourcing.
        if !zones.iter().any(|zone| zone.data.label == Label::Body) {
            return;
        }
        // A headline says again what the story attributes: "Experts: dam will hold".
        let story = |span: Span| matches!(given.zone(span), Some("body" | "crosshead"));
        let page = Page::new(reading, given.columns, &story);
        let mut seen = credit::seen(&page);
        seen.extend(contact::seen(&page));
        seen.extend(advert::seen(&page));
        seen.extend(state::seen(&page));
        seen.extend(sourcing::seen(&page));
        for Seen { confidence, signal } in seen {
            let rule = rules::of(signal.signal);
            // What is missing has no place.
            let missing = matches!(signal.signal, Observation::MissingDate | Observation::MissingByline);
            match signal.evidence.iter().find_map(Evidence::place).filter(|_| !missing) {
                Some(place) => found.push(place.span(), rule, confidence, signal),
                None => found.push_unplaced(rule, confidence, signal),
            }
        }
    }
}

register! {
    /// Finds what a careful reader can say of an article's sourcing: signals with evidence and a rule, no score and no verdict.
    analyzer Reliability
}
