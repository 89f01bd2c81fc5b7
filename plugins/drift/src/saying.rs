//! Sayings: the quotations of one article, with what is needed to hold them against another's.

use copydesk_copies::{own_words, voices};
use copydesk_core::{Class, Confidence, Evidence, Found, Reading, Span, lang::en::lexicon};
use copydesk_names::Name;
use copydesk_quotes::{Form, Quote};
use serde::{Deserialize, Serialize};

/// One quotation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Saying {
    /// Where it stands.
    pub document: String,
    /// Its place.
    pub span: Span,
    /// The line that it starts in, from 1.
    pub line: u32,
    /// The names that the speaker goes by, best first.
    pub voices: Vec<String>,
    /// Whether the speaker is mentioned by name. Whom "she" stands for is a guess, however good.
    pub named: bool,
    /// Whether it stands between quotation marks.
    pub marked: bool,
    /// The words there.
    pub text: String,
}

/// Longer quotations are cut here, in bytes: the longest that a pair of wordings is shown for.
const LONGEST: usize = 4_000;
/// So many quotations of one article are kept: a transcript has hundreds, an article forty.
pub const MOST: usize = 512;

impl Saying {
    /// Reads a quotation: each stretch of the speaker's own words, and the whole where not all of it is in marks.
    ///
    /// Pieces are sayings of their own: what one article prints as two sentences the other may join, with the attribution between.
    pub fn read(reading: &Reading<'_>, quote: &Found<Quote>, names: &[Found<Name>]) -> Vec<Self> {
        let speaker = &quote.data.speaker;
        let mut voices = voices(quote);
        if voices.is_empty() {
            voices.extend(speaker.start.and_then(|at| canonical(at, names)));
        }
        let pronoun = speaker.text.as_deref().is_none_or(|text| lexicon::look_up(text).class.any(Class::FUNCTION));
        let named = !voices.is_empty() && !pronoun;
        let own = own_words(reading, quote).into_iter().map(|span| (span, true));
        let whole = quote.data.spans.iter().copied().reduce(Span::to).or(quote.span);
        let whole = whole.filter(|_| quote.data.form != Form::Direct).map(|span| (span, false));
        let read = own.chain(whole).filter_map(|(span, marked)| {
            let text = reading.slice(span);
            let text = text.get(..text.floor_char_boundary(LONGEST))?;
            Some(Self {
                document: reading.id().to_owned(),
                span: Span::new(span.start, span.start + text.len() as u32),
                line: reading.line_at(span.start) as u32 + 1,
                voices: voices.clone(),
                named,
                marked,
                text: text.to_owned(),
            })
        });
        read.collect()
    }

    /// Its place as evidence.
    pub fn cite(&self) -> Evidence {
        Evidence {
            document: self.document.as_str().into(),
            start: Some(self.span.start),
            end: Some(self.span.end),
            text: self.text.as_str().into(),
            role: "variant".into(),
            line: self.line,
        }
    }
}

/// The canonical name of the mention that stands here.
fn canonical(at: u32, names: &[Found<Name>]) -> Option<String> {
    let known = names.iter().filter(|name| name.confidence > Confidence::Low);
    let mut here = known.filter(|name| name.data.chain.iter().any(|mention| mention.start == at));
    here.next().map(|name| name.data.name.clone())
}
