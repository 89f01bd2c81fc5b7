//! Quotes: direct, indirect and mixed quotation, with speaker and cue.
//!
//! Marks are paired first (`marks`), and no sentence is cut inside a pair (`page`). Each reporting verb then looks for what it
//! reports before and behind it, and for its subject (`attribution`, `behind`, `ahead`, `lead`, `subject`, `insertion`, `phrase`, `content`, `extent`); transcripts are read by their turns (`turns`); sentences that are nothing but words in
//! marks go on with the speech before them (`speech`). What is left in marks is what a text lays down (`document`, `text`), what a noun reports (`noun`), or set
//! aside as a title, a term or a nickname (`aside`). Who the speakers are: `speaker`, `home`.

mod ahead;
mod aside;
mod attribution;
mod behind;
mod content;
mod document;
mod extent;
mod home;
mod insertion;
mod lead;
mod marks;
mod noun;
mod page;
mod phrase;
mod rules;
mod speaker;
mod speech;
mod subject;
mod text;
mod turns;
mod words;

use crate::attribution::Attribution;
use crate::page::Page;
use crate::speaker::{Resolved, Resolver};
use copydesk_core::{
    Analyzer, Class, Confidence, Finding, Given, NoOptions, OptionsError, Place, Reading, Rule, Sink, Span, register,
};
use copydesk_masthead::Masthead;
use copydesk_names::Name;
use copydesk_zones::Zone;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The form of a quotation, by its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// Every word in marks, or the turn of a transcript.
    Direct,
    /// No word in marks.
    Indirect,
    /// Some words in marks.
    Mixed,
}

/// A mention of who speaks has at most so many bytes: each quotation that goes on from it carries it, and the longest met has 310.
const LONGEST_MENTION: u32 = 1_000;

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Speaker {
    /// First byte of the mention; null where nobody is mentioned.
    pub start: Option<u32>,
    /// One past the last byte.
    pub end: Option<u32>,
    /// The mention as it stands.
    pub text: Option<String>,
    /// The canonical name that it resolves to.
    pub name: Option<String>,
    /// Where several speak together ("A and B said in a joint statement"): the names of those that have one; `name` is null then.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<String>,
    /// Why `name` is null, or how it was resolved.
    pub reason: Option<String>,
}

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quote {
    /// Its form.
    pub form: Form,
    /// The quoted words without their marks, in pieces where the attribution interrupts.
    pub spans: Vec<Span>,
    /// Who speaks.
    pub speaker: Speaker,
    /// The words that report it: "said", "according to".
    pub cue: Option<Place>,
}

impl Finding for Quote {
    const KINDS: &'static [&'static str] = &["quote"];

    fn sentence(&self, quoted: &[&str]) -> String {
        let speaker = self.speaker.name.as_deref().or(self.speaker.text.as_deref()).unwrap_or("somebody");
        format!("{speaker}: “{}”", quoted.first().unwrap_or(&""))
    }
}

/// The analyzer.
pub struct Quotes;

impl Analyzer for Quotes {
    const NAME: &'static str = "quotes";
    const RULES: &'static [Rule] = rules::RULES;
    const LANGUAGES: &'static [&'static str] = &["en"];
    type Options = NoOptions;
    type Requires = (Zone, Masthead, Name);
    type Output = Quote;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn analyze(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, found: &mut Sink<'_, Quote>) {
        let (_, masthead, names) = given.columns;
        let page = Page::new(reading);
        let turns = turns::turns(&page);
        let mut speeches = speech::join(&page, turns::instead(&page, turns, attribution::attributions(&page)));
        let (laid_down, aside): (Vec<_>, Vec<_>) = speech::left_over(&page, &speeches)
            .into_iter()
            .map(|number| document::lays_down(&page, number).or_else(|| noun::reported(&page, number)).ok_or(number))
            .partition(Result::is_ok);
        speeches.extend(laid_down.into_iter().flatten());
        speeches.sort_by_key(|a| a.pieces.first().map_or(0, |p| p.start));
        let resolver = Resolver::new(names, home::home(reading, masthead));
        let texts = text::Texts::new(&page);
        for speech in &speeches {
            let speaker = speaker(&page, &resolver, &texts, speech);
            push(&page, speech, speaker, found);
        }
        for number in aside.into_iter().filter_map(Result::err) {
            if let Some((rule, what)) = aside::classify(&page, number)
                && let Some(stretch) = page.stretches.get(number)
            {
                found.set_aside(reading.span(stretch.inner.clone()), rule, Confidence::Medium, what);
            }
        }
    }
}

fn speaker(page: &Page<'_, '_>, resolver: &Resolver<'_>, texts: &text::Texts, speech: &Attribution) -> Speaker {
    let short = |mention: &&Range<usize>| page.reading.span((*mention).clone()).len() <= LONGEST_MENTION;
    let Some(mention) = speech.speaker.as_ref().filter(short) else {
        let reason = Some("nobody is named in the sentence".to_owned());
        return Speaker { start: None, end: None, text: None, name: None, names: Vec::new(), reason };
    };
    let resolved = match speech.rule {
        "interviewer" => Resolved::nobody("the interviewer"),
        "interviewee" => resolver.interviewee(page),
        "document" => texts.resolve(page, mention).unwrap_or_else(|| resolver.resolve(page, mention)),
        _ => resolver.resolve(page, mention),
    };
    let span = page.reading.span(mention.clone());
    let reason =
        resolved.reason.or_else(|| speech.cue.is_none().then(|| "goes on from the quotation before".to_owned()));
    Speaker {
        start: Some(span.start),
        end: Some(span.end),
        text: Some(page.reading.slice(span).to_owned()),
        name: resolved.name,
        names: resolved.names,
        reason,
    }
}

fn push(page: &Page<'_, '_>, speech: &Attribution, speaker: Speaker, found: &mut Sink<'_, Quote>) {
    let reading = page.reading;
    let (mut inside, mut words) = (0, 0);
    let mut spans: Vec<Span> = Vec::new();
    // A quotation whose paragraphs open with a mark and close with none is one piece.
    let mut open = false;
    for piece in &speech.pieces {
        for i in piece.clone().filter(|&i| reading.is(i, Class::WORD | Class::DIGITS)) {
            words += 1;
            inside += usize::from(page.quoted(i));
        }
        let stretch = page.stretch_at(piece.start).filter(|stretch| stretch.outer == *piece);
        let goes_on = open && stretch.is_some();
        open = page.stretch_at(piece.end.saturating_sub(1)).is_some_and(|stretch| !stretch.closed);
        let piece = bare(page, piece.clone());
        if piece.is_empty() {
            continue;
        }
        let span = reading.span(piece);
        match spans.last_mut() {
            Some(last) if goes_on && last.end <= span.start => *last = last.to(span),
            _ => spans.push(span),
        }
    }
    spans.sort_unstable();
    let Some(whole) = spans.iter().copied().reduce(Span::to) else { return };
    let verbatim = matches!(speech.rule, "turn" | "interviewer" | "interviewee");
    let form = if verbatim {
        Form::Direct
    } else if inside == 0 {
        Form::Indirect
    } else if inside == words {
        Form::Direct
    } else {
        Form::Mixed
    };
    let confidence = match (form, &speech.cue) {
        (Form::Direct, Some(_)) if !verbatim => Confidence::High,
        (_, None) => Confidence::Low,
        _ => Confidence::Medium,
    };
    let cue = speech.cue.clone().map(|cue| reading.place(reading.span(cue)));
    found.push(whole, speech.rule, confidence, Quote { form, spans, speaker, cue });
}

/// A piece without the marks that enclose it and the commas round it.
fn bare(page: &Page<'_, '_>, mut piece: Range<usize>) -> Range<usize> {
    let reading = page.reading;
    if let Some(stretch) = page.stretch_at(piece.start)
        && stretch.outer == piece
    {
        return stretch.inner.clone();
    }
    while !piece.is_empty()
        && !page.quoted(piece.start)
        && !reading.is(piece.start, Class::WORD | Class::DIGITS | Class::CURRENCY)
        && !matches!(reading.raw(piece.start), "(" | "[" | "#" | "@")
    {
        piece.start += 1;
    }
    while !piece.is_empty()
        && !page.quoted(piece.end - 1)
        && !reading.is(piece.end - 1, Class::WORD | Class::DIGITS | Class::PERCENT)
        && !matches!(reading.raw(piece.end - 1), ")" | "]")
    {
        piece.end -= 1;
    }
    piece
}

register! {
    /// Finds direct, indirect and mixed quotation, its pieces, cue, speaker and resolved name.
    analyzer Quotes
}
