//! A page with its markup: what each block is, by what witnesses, elements, names, links and words say.
//!
//! The constants were measured on pages of news, blogs and guides whose articles were marked by people.

use crate::desk::{Desk, Mark};
use crate::unit::Unit;
use crate::{Label, byline, top};
use copydesk_core::{Block, Confidence, Element, Markup, Named};
use std::collections::HashSet;

/// Where the second witness holds less than so much of what the first does, in per cent of the words, it has read another page.
const AGREED: u32 = 35;
/// Where it holds so much more than the first, in per cent, and so much of what the first does, the first has missed the half.
const MISSED: u32 = 200;
const COVERED: u32 = 80;
/// A line with so much of it in links leads elsewhere, in per cent; a sentence may be a link for the most part.
const LINKED: u8 = 60;
const LINKED_PROSE: u8 = 65;
/// A heading that stands over nothing of the story within so many blocks heads something else.
const BELOW: usize = 3;
/// A story with so many headings consists of entries.
const ENTRIES: usize = 4;
/// Of a program's text one sign in so many is a bracket or an operator.
const SIGNS: usize = 25;
/// The headline stands at most so many blocks behind the beginning of the story.
const LATE: usize = 2;

/// Marks all blocks; what is left open is the story.
pub(crate) fn mark(desk: &mut Desk<'_, '_>, markup: &Markup) {
    let blocks: Vec<Block> = desk.units.iter().filter_map(|unit| markup.blocks.get(unit.block).copied()).collect();
    let story = heard(desk, &blocks);
    let headline = headline(desk, markup, &blocks, &story);
    let page = Page { blocks: &blocks, story: &story, headline };
    let read: Vec<Option<Mark>> = (0..blocks.len()).map(|i| page.read(desk, i)).collect();
    let heads = read.iter().flatten().filter(|mark| mark.label == Label::Crosshead).count();
    for (place, mut mark) in desk.marks.iter_mut().zip(read) {
        if let Some(mark) = mark.as_mut().filter(|mark| mark.label == Label::Crosshead && heads >= ENTRIES) {
            *mark = Mark { label: Label::EntryHead, rule: "headed-entries", confidence: Confidence::Medium };
        }
        *place = mark;
    }
}

/// Which blocks the witnesses hold to be the article's. Where none had anything to say, sentences are, outside of links and furniture.
fn heard(desk: &Desk<'_, '_>, blocks: &[Block]) -> Vec<bool> {
    let holds = |i: usize, witness: u8| blocks.get(i).is_some_and(|block| block.witnesses.1 & witness == witness);
    let words = |witness: u8| {
        let held = desk.units.iter().enumerate().filter(|(i, _)| holds(*i, witness));
        held.map(|(_, unit)| unit.words).sum::<u32>()
    };
    if blocks.iter().all(|block| block.witnesses.0 == 0) {
        let told = |(unit, block): (&Unit, &Block)| {
            unit.prose && block.linked < LINKED && block.named.and_then(furniture).is_none()
        };
        return desk.units.iter().zip(blocks).map(told).collect();
    }
    let (first, second, both) = (words(1), words(2), words(3));
    let missed = second * 100 > first * MISSED && both * 100 >= first * COVERED;
    let alone = !missed && both * 100 < first * AGREED;
    let (core, any) = if first == 0 {
        (2, 2)
    } else if alone {
        (1, 1)
    } else {
        (3, 0)
    };
    let of_core = |i: &usize| holds(*i, core);
    let begin = (0..blocks.len()).find(of_core).unwrap_or(blocks.len());
    let end = (0..blocks.len()).rev().find(of_core).map_or(0, |last| last + 1);
    let decide = |(i, block): (usize, &Block)| {
        let prose = desk.units.get(i).is_some_and(|unit| unit.prose);
        let held = block.witnesses.1;
        let outside = block.named.and_then(furniture).is_some() || block.linked >= LINKED;
        if any > 0 || holds(i, core) || held == 0 {
            holds(i, core)
        } else if (begin..end).contains(&i) {
            // What one of them holds amid the story: "Advert" and "Image 1 of 5" are paragraphs too.
            prose || block.element != Element::Paragraph && block.named.and_then(furniture).is_none()
        } else if outside {
            false
        } else if held & 2 > 0 {
            missed && (prose || matches!(block.element, Element::Item | Element::Cell))
        } else {
            i < begin && prose && matches!(block.named, Some(Named::Body | Named::Standfirst))
        }
    };
    blocks.iter().enumerate().map(decide).collect()
}

/// The block that is the headline.
fn headline(desk: &Desk<'_, '_>, markup: &Markup, blocks: &[Block], story: &[bool]) -> Option<usize> {
    let first = story.iter().position(|story| *story).unwrap_or(blocks.len());
    let stated: HashSet<String> = ["og:title", "json-ld:headline", "title", "itemprop:headline"]
        .iter()
        .flat_map(|key| markup.stated(key))
        .map(|stated| letters(&stated.value))
        .collect();
    let is_stated = |i: usize| !stated.is_empty() && stated.contains(&letters(desk.text(i)));
    let level = |i: usize| match blocks.get(i).map(|block| block.element) {
        Some(Element::Heading(level)) => level,
        _ => u8::MAX,
    };
    let is_named = |i: usize| blocks.get(i).is_some_and(|block| block.named == Some(Named::Headline));
    // It stands above the story, or begins it.
    let last = |fits: &dyn Fn(usize) -> bool| (0..blocks.len().min(first + LATE + 1)).rev().find(|&i| fits(i));
    last(&|i| level(i) <= 2 && is_stated(i))
        .or_else(|| last(&|i| level(i) == 1))
        .or_else(|| last(&is_stated))
        .or_else(|| last(&|i| is_named(i) && level(i) < u8::MAX))
}

struct Page<'a> {
    blocks: &'a [Block],
    /// Whether each block is the article's.
    story: &'a [bool],
    headline: Option<usize>,
}

impl Page<'_> {
    fn is_story(&self, i: usize) -> bool {
        self.story.get(i).copied().unwrap_or(false)
    }

    /// What block `i` is; `None` for the story.
    fn read(&self, desk: &Desk<'_, '_>, i: usize) -> Option<Mark> {
        use Confidence::{High, Medium};
        let mark = |label, rule, confidence| Some(Mark { label, rule, confidence });
        let (block, unit) = (self.blocks.get(i)?, desk.units.get(i)?);
        if self.headline == Some(i) {
            return mark(Label::Headline, "page-headline", High);
        }
        let marked = desk.marks.get(i).copied().flatten();
        let captioned = block.named == Some(Named::Caption) && (!unit.prose || !self.is_agreed(i));
        if block.element == Element::Caption || captioned {
            let credit = marked.is_some_and(|mark| mark.label == Label::PhotoCredit);
            return mark(if credit { Label::PhotoCredit } else { Label::Caption }, "element-caption", High);
        }
        if !self.is_story(i) {
            return self.read_outside(desk, i, marked);
        }
        if self.headline.is_some_and(|headline| desk.text(headline) == desk.text(i)) {
            return mark(Label::PageTitle, "headline-again", High);
        }
        if block.element == Element::Preformatted && is_program(desk.reading.slice(unit.span)) {
            return mark(Label::Listing, "program-text", High);
        }
        // "— Dele (@dele) 19 November": whoever is quoted may write what a button says.
        let quoted = block.element == Element::Quote;
        let heading = matches!(block.element, Element::Heading(_));
        if let Some(mark) = marked.filter(|mark| !quoted && is_sure(mark, unit.prose)) {
            return Some(mark);
        }
        if let Some(label) = block.named.and_then(furniture).filter(|label| !heading && !(quoted && is_beside(*label)))
            && (!unit.prose || !is_beside(label))
        {
            // Sentences beside the writer's name tell of the writer.
            let life = label == Label::Byline && unit.prose;
            return mark(if life { Label::AuthorBio } else { label }, "element-name", Medium);
        }
        if heading {
            let below = (i + 1..=i + BELOW).any(|i| self.is_story(i));
            return if below {
                mark(Label::Crosshead, "heading", High)
            } else {
                mark(Label::RelatedLinks, "heading-of-nothing", Medium)
            };
        }
        let linked = if unit.prose { LINKED_PROSE } else { LINKED };
        if block.linked >= linked && block.element != Element::Cell {
            return mark(Label::RelatedLinks, "links", Medium);
        }
        None
    }

    /// Whether all witnesses that were asked hold it.
    fn is_agreed(&self, i: usize) -> bool {
        self.blocks.get(i).is_some_and(|block| block.witnesses.1.count_ones() == u32::from(block.witnesses.0))
    }

    /// What a block is that is not the article's.
    fn read_outside(&self, desk: &Desk<'_, '_>, i: usize, marked: Option<Mark>) -> Option<Mark> {
        use Confidence::{Low, Medium};
        let mark = |label, rule, confidence| Some(Mark { label, rule, confidence });
        let (block, unit) = (self.blocks.get(i)?, desk.units.get(i)?);
        let below_headline =
            self.headline.is_some_and(|headline| i > headline && !(headline..i).any(|i| self.is_story(i)));
        if below_headline && block.named == Some(Named::Standfirst) && unit.words >= top::STANDFIRST {
            return mark(Label::Standfirst, "element-name", Medium);
        }
        // What is no article's is no crosshead of one, and no dateline.
        if marked.is_some_and(|mark| mark.label.is_furniture() || mark.label == Label::Byline) {
            return marked;
        }
        if let Some(label) = block.named.and_then(furniture) {
            return mark(label, "element-name", Medium);
        }
        if below_headline && !unit.ends && byline::is_name(desk.reading, unit.tokens.clone()) {
            return mark(Label::Byline, "below-headline", Low);
        }
        if top::is_outlet(desk.reading, unit) {
            return mark(Label::Masthead, "outlet-name", Medium);
        }
        mark(if block.linked >= LINKED { Label::RelatedLinks } else { Label::Navigation }, "not-held", Medium)
    }
}

/// Whether words alone tell a block for furniture where witnesses hold it.
fn is_sure(mark: &Mark, prose: bool) -> bool {
    match mark.rule {
        "cue" => mark.label != Label::Navigation,
        "copyright-sign" | "pointer" | "counter" | "by-line" | "clock-line" => true,
        "photo-credit" | "mail-address" => !prose,
        _ => false,
    }
}

/// Labels whose names are also given to what is quoted or shown beside the story (a post from elsewhere, a teaser): a sentence
/// there is the witnesses' to tell.
const fn is_beside(label: Label) -> bool {
    matches!(label, Label::Share | Label::RelatedLinks | Label::Navigation | Label::PublishedLine)
}

/// The furniture that a name tells of.
const fn furniture(named: Named) -> Option<Label> {
    Some(match named {
        Named::Byline => Label::Byline,
        Named::Date => Label::PublishedLine,
        Named::Related => Label::RelatedLinks,
        Named::Advert => Label::Advert,
        Named::Navigation => Label::Navigation,
        Named::Share => Label::Share,
        Named::Comments | Named::Widget => Label::Widget,
        Named::Tags => Label::Tags,
        Named::Author => Label::AuthorBio,
        Named::Copyright => Label::Copyright,
        Named::Headline | Named::Standfirst | Named::Body | Named::Caption => return None,
    })
}

/// Whether it reads as programs do.
fn is_program(text: &str) -> bool {
    let signs = text.bytes().filter(|byte| b"{}()=;<>[]_$#".contains(byte)).count();
    signs * SIGNS > text.len()
}

/// The letters and digits of a text, in small letters.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
