//! Masthead: when an article was published, by which outlet, agency and author.
//!
//! Every field says how it is known: given from outside, stated in the text, inferred from it, or unknown. What is unknown
//! stays null: a copyright year is no day of publication, and the clock is never read.

mod day;
mod headline;
mod outlet;
mod published;
mod ranking;
mod rules;
mod site;
mod wire;
mod witness;
mod writers;

use copydesk_core::lang::primary;
use copydesk_core::{
    Analyzer, Confidence, Evidence, Finding, Found, Given, NoOptions, OptionsError, Reading, Rule, Sink, Span, Stated,
    register,
};
use copydesk_zones::{Label, Zone, dateline};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use witness::{Witness, candidates};

/// What is said of the article as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The day (or time) of publication, ISO 8601.
    Published,
    /// The outlet.
    Outlet,
    /// The headline.
    Headline,
    /// An author.
    Byline,
    /// The place in the dateline.
    DatelinePlace,
    /// The news agency.
    Wire,
    /// The language, BCP 47.
    Language,
}

/// How it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Given with the document from outside.
    Given,
    /// The text says so.
    Stated,
    /// Concluded from the text, with its evidence.
    Inferred,
    /// Not known; the value is null.
    Unknown,
}

/// One line of the masthead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Masthead {
    /// Which.
    pub field: Field,
    /// Its value; null where it is unknown.
    pub value: Option<String>,
    /// How it is known.
    pub basis: Basis,
    /// The places that it stands on.
    pub evidence: Vec<Evidence>,
    /// What the page states of it, the first believed first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate>,
}

/// A statement of the page's markup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Candidate {
    /// How it is said: `json-ld:datepublished`, `og:title`. `aside:` in front of it says that it stands beside the article.
    pub key: String,
    /// What is said.
    pub value: String,
    /// First byte in the source.
    pub start: u64,
    /// One past the last byte.
    pub end: u64,
}

impl Finding for Masthead {
    const KINDS: &'static [&'static str] = &["meta"];

    fn sentence(&self, _: &[&str]) -> String {
        let field = match self.field {
            Field::Published => "published",
            Field::Outlet => "outlet",
            Field::Headline => "headline",
            Field::Byline => "byline",
            Field::DatelinePlace => "dateline",
            Field::Wire => "agency",
            Field::Language => "language",
        };
        let basis = match self.basis {
            Basis::Given => " (given)",
            Basis::Inferred => " (inferred)",
            Basis::Stated | Basis::Unknown => "",
        };
        format!("{field}: {}{basis}", self.value.as_deref().unwrap_or("unknown"))
    }
}

/// The role of evidence that gives the year of a copyright line: no day of publication, but the year of an undated article.
pub const COPYRIGHT_YEAR: &str = "copyright-year";

/// The value of a field, if it is known.
#[must_use]
pub fn value(masthead: &[Found<Masthead>], field: Field) -> Option<&str> {
    masthead.iter().filter(|found| found.data.field == field).find_map(|found| found.data.value.as_deref())
}

/// The day of publication, if it is known to the day.
#[must_use]
pub fn published(masthead: &[Found<Masthead>]) -> Option<jiff::civil::Date> {
    value(masthead, Field::Published)?.get(..10)?.parse().ok()
}

/// The year of publication: that of the day, or where no day is known that of the copyright line.
#[must_use]
pub fn year(masthead: &[Found<Masthead>]) -> Option<i16> {
    if let Some(published) = value(masthead, Field::Published) {
        return published.get(..4)?.parse().ok();
    }
    let mut published = masthead.iter().filter(|found| found.data.field == Field::Published);
    published.find_map(|found| found.data.evidence.iter().find(|e| e.role == COPYRIGHT_YEAR)?.text.parse().ok())
}

/// How [`year`] is known: as the day of publication is, or inferred from the copyright line.
#[must_use]
pub fn year_basis(masthead: &[Found<Masthead>]) -> Basis {
    let published = masthead.iter().find(|found| found.data.field == Field::Published);
    match published.map(|found| found.data.basis) {
        Some(basis) if basis != Basis::Unknown => basis,
        _ if year(masthead).is_some() => Basis::Inferred,
        _ => Basis::Unknown,
    }
}

/// The article and its zones, while its masthead is read.
pub(crate) struct Page<'a, 'r> {
    pub reading: &'a Reading<'r>,
    pub zones: &'a [Found<Zone>],
}

impl<'a> Page<'a, '_> {
    /// The zones of one label, in order: place and rule.
    pub fn zones(&self, label: Label) -> impl DoubleEndedIterator<Item = (Span, &'static str)> + 'a {
        self.zones.iter().filter(move |zone| zone.data.label == label).filter_map(|zone| Some((zone.span?, zone.rule)))
    }

    /// What the page's markup states of it.
    pub fn stated(&self) -> &'a [Stated] {
        self.reading.markup().map_or(&[], |markup| &markup.stated)
    }

    /// The first thing that is stated under one of these keys, in the order of the keys.
    pub fn says(&self, keys: &[&str]) -> Option<&'a str> {
        keys.iter().find_map(|key| self.stated().iter().find(|stated| stated.key == *key)).map(|stated| &*stated.value)
    }

    /// The datelines.
    pub fn datelines(&self) -> impl Iterator<Item = dateline::Dateline> + '_ {
        self.zones(Label::Dateline).filter_map(|(span, _)| {
            let tokens = self.reading.tokens_in(span);
            // The dateline was told with what follows it in view.
            dateline::read(self.reading, tokens.start, tokens.end + 1)
        })
    }
}

/// A line of the masthead that is to be printed.
pub(crate) struct Entry {
    pub span: Option<Span>,
    pub rule: &'static str,
    pub confidence: Confidence,
    pub data: Masthead,
}

impl Entry {
    /// What the text says at a place.
    pub fn stated(
        page: &Page<'_, '_>,
        field: Field,
        value: String,
        span: Span,
        rule: &'static str,
        confidence: Confidence,
    ) -> Self {
        let data = Masthead {
            field,
            value: Some(value),
            basis: Basis::Stated,
            evidence: vec![page.reading.cite(span, "states")],
            candidates: Vec::new(),
        };
        Self { span: Some(span), rule, confidence, data }
    }

    /// The same, concluded.
    pub fn inferred(mut self) -> Self {
        self.data.basis = Basis::Inferred;
        self
    }

    /// What the page's markup states, in words of its own: the first of the witnesses says it.
    pub fn of_markup(
        page: &Page<'_, '_>,
        field: Field,
        value: String,
        witnesses: &[Witness<'_>],
        rule: &'static str,
        confidence: Confidence,
    ) -> Self {
        let evidence = witnesses.first().map(|witness| page.reading.cite_given(witness.value, witness.key));
        let evidence = evidence.into_iter().collect();
        let data =
            Masthead { field, value: Some(value), basis: Basis::Stated, evidence, candidates: candidates(witnesses) };
        Self { span: None, rule, confidence, data }
    }

    fn given(page: &Page<'_, '_>, field: Field, value: &str) -> Self {
        let data = Masthead {
            field,
            value: Some(value.to_owned()),
            basis: Basis::Given,
            evidence: vec![page.reading.cite_given(value, "given")],
            candidates: Vec::new(),
        };
        Self { span: None, rule: "given", confidence: Confidence::High, data }
    }
}

/// The analyzer.
pub struct Mastheads;

impl Analyzer for Mastheads {
    const NAME: &'static str = "masthead";
    const RULES: &'static [Rule] = rules::RULES;
    type Options = NoOptions;
    type Requires = (Zone,);
    type Output = Masthead;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn analyze(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, found: &mut Sink<'_, Masthead>) {
        let (zones,) = given.columns;
        let page = Page { reading, zones };
        let meta = reading.meta();
        let mut entries = vec![match &meta.published {
            Some(published) => Entry::given(&page, Field::Published, published),
            None => published::find(&page),
        }];
        entries.extend(match &meta.outlet {
            Some(outlet) => Some(Entry::given(&page, Field::Outlet, outlet)),
            None => outlet::find(&page),
        });
        entries.extend(headline::find(&page));
        entries.extend(match &meta.byline {
            Some(byline) => vec![Entry::given(&page, Field::Byline, byline)],
            None => writers::find(&page),
        });
        entries.extend(place(&page));
        entries.extend(wire::find(&page));
        entries.extend(language(&page));
        for Entry { span, rule, confidence, data } in entries {
            match span {
                Some(span) => found.push(span, rule, confidence, data),
                None => found.push_unplaced(rule, confidence, data),
            }
        }
    }
}

fn place(page: &Page<'_, '_>) -> Option<Entry> {
    let line = page.datelines().next()?;
    let span = page.reading.span(line.place);
    let words = page.reading.slice(span).to_owned();
    Some(Entry::stated(page, Field::DatelinePlace, words, span, "dateline", Confidence::High))
}

fn language(page: &Page<'_, '_>) -> Option<Entry> {
    if let Some(language) = &page.reading.meta().language {
        return Some(Entry::given(page, Field::Language, language));
    }
    let read = page.reading.language()?;
    let stated: Vec<Witness<'_>> = witness::witnesses(page, Field::Language);
    let seconded: Vec<Witness<'_>> = stated.into_iter().filter(|witness| primary(witness.value) == read).collect();
    if !seconded.is_empty() {
        let value = read.to_owned();
        return Some(Entry::of_markup(page, Field::Language, value, &seconded, "stated-language", Confidence::High));
    }
    let data = Masthead {
        field: Field::Language,
        value: Some(read.to_owned()),
        basis: Basis::Inferred,
        evidence: Vec::new(),
        candidates: Vec::new(),
    };
    Some(Entry { span: None, rule: "language-of-words", confidence: Confidence::High, data })
}

register! {
    /// Finds when an article was published, by which outlet, agency and author, and says how each is known.
    ///
    /// What is given with a document comes first, then what its page states, then what its text shows, then what can be
    /// concluded. Of what a page states the plainest is believed (all keys, in order, are in `words/ranking.txt`):
    ///
    /// | field | first | then | then | last |
    /// |---|---|---|---|---|
    /// | published | JSON-LD `datePublished`, `article:published_time`, microdata, meta elements of publication | what a class or a line calls published, the day in the address | a date near the headline, `meta` dates | when it was made; when it was changed (inferred) |
    /// | headline | `h1` that agrees with a title, JSON-LD `headline` | `og:title`, `twitter:title` | `title`, without the site | the zone of the text |
    /// | byline | JSON-LD `author`, microdata, meta elements | `rel="author"`, classes | lines beside the headline | the house itself |
    /// | outlet | `og:site_name`, JSON-LD `WebSite` | publisher | what the title has beside the headline | names in the text |
    /// | language | clear words | JSON-LD `inLanguage`, `html lang`, `og:locale` | | |
    ///
    /// Two of different kinds that agree, and nothing against them, give high confidence. All statements are kept as
    /// `candidates`, with their bytes in the source.
    analyzer Mastheads
}
