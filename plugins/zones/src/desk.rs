//! Marking up an article: cues first, then what is relative to the document, then shape and neighbours.

use crate::cues::{self, Cue, Place};
use crate::unit::{self, Unit, units};
use crate::{Label, byline, credit, dateline, page, runs, shape, stretch, tail, top};
use copydesk_core::{Class, Confidence, Reading};
use std::ops::Range;

/// What a unit was marked as, why and how surely.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    pub label: Label,
    pub rule: &'static str,
    pub confidence: Confidence,
}

/// An article being marked up.
pub(crate) struct Desk<'a, 'r> {
    pub reading: &'a Reading<'r>,
    pub units: Vec<Unit>,
    pub marks: Vec<Option<Mark>>,
    /// Parts inside a unit.
    pub parts: Vec<(Range<usize>, Mark)>,
    /// The cue in each unit.
    pub cues: Vec<Option<Cue>>,
}

/// A line that is set twice running has more words than this; shorter ones are menu entries.
const REPEATED: u32 = 3;

/// A caption has at most so many words: agencies name who is seen, where, and what happened.
const LONGEST_CAPTION: u32 = 90;
/// A line that begins as captions do and has no more words is a headline or a button: "Pictured", "Photo by …".
const SHORTEST_CAPTION: u32 = 8;
/// A crosshead has at most so many words.
const LONGEST_CROSSHEAD: u32 = 12;
/// Names of sections that may be crossheads too have at most so many words: "Culture", "Related topics".
const LONGEST_SECTION: u32 = 2;
/// The head of a table of prices has at most so many words.
const TABLE_HEAD: u32 = 6;

impl<'a, 'r> Desk<'a, 'r> {
    pub fn new(reading: &'a Reading<'r>) -> Self {
        let markup = reading.markup().filter(|markup| !markup.blocks.is_empty());
        let units = markup.map_or_else(|| units(reading), |markup| unit::of_page(reading, markup));
        let marks = vec![None; units.len()];
        Self { reading, units, marks, parts: Vec::new(), cues: Vec::new() }
    }

    /// Marks every unit, and the parts inside.
    pub fn mark(&mut self) {
        // One line alone is read, whatever it looks like: a sentence sent for its figures is no furniture.
        if let Some(markup) = self.reading.markup().filter(|_| self.units.len() > 1) {
            self.cues = self.units.iter().map(|unit| cues::find(self.reading, unit)).collect();
            self.mark_shapes();
            self.mark_cues();
            page::mark(self, markup);
        } else if self.units.len() > 1 {
            self.cues = self.units.iter().map(|unit| cues::find(self.reading, unit)).collect();
            self.mark_shapes();
            self.mark_cues();
            self.mark_repeated();
            runs::below_heads(self);
            runs::comments(self);
            let outside = stretch::mark(self);
            top::mark(self);
            tail::mark(self);
            stretch::clear(self, &outside);
            if outside.is_some() {
                runs::crumbs(self);
            }
            self.mark_middle();
        }
        for i in 0..self.units.len() {
            if self.is_open(i) {
                self.set(i, Label::Body, "paragraph", Confidence::High);
            }
        }
        self.mark_parts();
    }

    /// Whether nothing has claimed the unit yet.
    pub fn is_open(&self, i: usize) -> bool {
        self.marks.get(i).is_some_and(Option::is_none)
    }

    /// Whether the unit is running text that nothing else has claimed.
    pub fn is_story(&self, i: usize) -> bool {
        self.is_open(i) && self.units.get(i).is_some_and(|unit| unit.prose)
    }

    pub fn label(&self, i: usize) -> Option<Label> {
        self.marks.get(i).copied().flatten().map(|mark| mark.label)
    }

    /// Whether the unit is furniture for certain.
    pub fn is_furniture(&self, i: usize) -> bool {
        self.label(i).is_some_and(Label::is_furniture)
    }

    pub fn set(&mut self, i: usize, label: Label, rule: &'static str, confidence: Confidence) {
        if let Some(mark) = self.marks.get_mut(i) {
            *mark = Some(Mark { label, rule, confidence });
        }
    }

    /// The words of a unit, in small letters.
    pub fn text(&self, i: usize) -> &str {
        self.units.get(i).map_or("", |unit| self.reading.slice_lower(unit.span))
    }

    fn mark_shapes(&mut self) {
        let rows: Vec<bool> = self.units.iter().map(|unit| shape::is_price_row(self.reading, unit)).collect();
        let row = |i: usize| rows.get(i).copied().unwrap_or(false);
        for i in 0..self.units.len() {
            let Some(unit) = self.units.get(i) else { continue };
            let near = |d: usize| row(i + d) || i >= d && row(i - d);
            // "QSX - VLX" heads the table.
            let heads =
                !row(i) && unit.upper > 0 && unit.capitals == unit.words && !unit.ends && unit.within(TABLE_HEAD);
            let read = if row(i) && (near(1) || near(2)) || heads && near(1) {
                Some((Label::Ticker, "price-row", Confidence::High))
            } else {
                read_shape(self.reading, unit)
            };
            if let Some((label, rule, confidence)) = read {
                self.set(i, label, rule, confidence);
            }
        }
    }

    /// Cues in short lines count at once; in prose only where other furniture, or the end of the text, stands beside.
    fn mark_cues(&mut self) {
        let mut soft = Vec::new();
        for i in 0..self.units.len() {
            let (Some(cue), true) = (self.cues.get(i).copied().flatten(), self.is_open(i)) else { continue };
            let Some(unit) = self.units.get(i) else { continue };
            let fits = match cue.label {
                Label::PublishedLine => shape::date_in(self.reading, unit).is_some() || unit.digits > 0 && !unit.prose,
                // Marks of a transcript stand between brackets.
                Label::TranscriptLabel => false,
                Label::Caption => cue.place != Place::Start || !unit.within(SHORTEST_CAPTION),
                Label::Copyright => unit.digits > 0 || cue.place == Place::Any,
                _ => true,
            };
            if !fits {
                continue;
            }
            if unit.prose && matches!(cue.place, Place::Any | Place::Start) && cue.label != Label::Caption {
                soft.push((i, cue));
            } else {
                self.set(i, cue.label, "cue", Confidence::High);
            }
        }
        // From the end backwards: what follows a soft cue has been decided by then.
        let last_story = (0..self.units.len()).rev().find(|&i| self.is_story(i) && !soft.iter().any(|(s, _)| *s == i));
        for &(i, cue) in soft.iter().rev() {
            let tail = last_story.is_some_and(|last| i > last);
            let beside = self.is_furniture(i + 1) || i > 0 && self.is_furniture(i - 1);
            if last_story.is_some() && (tail || beside || cue.label == Label::Copyright) {
                self.set(i, cue.label, "cue", Confidence::Medium);
            }
        }
    }

    /// Of the same long line twice in a row the first is the caption of a picture or of a film.
    fn mark_repeated(&mut self) {
        for i in 1..self.units.len() {
            let Some(unit) = self.units.get(i) else { continue };
            let again = unit.prose && unit.words > REPEATED && self.text(i) == self.text(i - 1);
            if again && self.is_open(i - 1) {
                self.set(i - 1, Label::Caption, "repeated-line", Confidence::Medium);
            }
        }
    }

    /// Short lines inside the story: crossheads where the story goes on below them.
    fn mark_middle(&mut self) {
        let mut next_story = vec![false; self.units.len() + 1];
        for i in (0..self.units.len()).rev() {
            if let Some(place) = next_story.get_mut(i) {
                *place =
                    self.is_story(i) || self.units.get(i).is_some_and(|unit| shape::is_list_entry(self.reading, unit));
            }
        }
        let mut begun = false;
        for i in 0..self.units.len() {
            begun |= self.is_story(i) || matches!(self.label(i), Some(Label::Headline | Label::Timestamp));
            let Some(unit) = self.units.get(i) else { continue };
            if !self.is_open(i) {
                // "Culture" between two paragraphs is a crosshead, not a menu.
                let menu = self
                    .marks
                    .get(i)
                    .copied()
                    .flatten()
                    .is_some_and(|mark| mark.label == Label::Navigation && mark.rule == "cue");
                if !(menu && unit.within(LONGEST_SECTION) && i > 0 && self.is_story(i - 1) && self.is_story(i + 1)) {
                    continue;
                }
            } else if unit.prose {
                continue;
            }
            if byline::is_hand_off(self.reading, unit) {
                self.set(i, Label::TranscriptLabel, "hand-off", Confidence::High);
                continue;
            }
            let quoted = self.reading.is(unit.tokens.start, Class::QUOTE)
                && self.reading.is(unit.tokens.end - 1, Class::QUOTE | Class::STOP);
            let full_stop = unit.ends && !matches!(self.reading.raw(unit.tokens.end - 1), "?" | "!");
            let follows = next_story.get(i + 1).copied().unwrap_or(false);
            // "The minister wrote:" leads to what she wrote.
            let leads = self.reading.raw(unit.tokens.end - 1) == ":";
            if begun
                && follows
                && !leads
                && !full_stop
                && !quoted
                && unit.within(LONGEST_CROSSHEAD)
                && !shape::is_list_entry(self.reading, unit)
            {
                self.set(i, Label::Crosshead, "short-line", Confidence::Medium);
            }
        }
    }

    /// Datelines, credits and captions inside a unit.
    fn mark_parts(&mut self) {
        let reading = self.reading;
        let mut first = true;
        let last = (0..self.units.len()).rev().find(|&i| self.label(i) == Some(Label::Body));
        for i in 0..self.units.len() {
            let (Some(unit), Some(label)) = (self.units.get(i), self.label(i)) else { continue };
            match label {
                Label::Body => {
                    if let Some(line) = dateline::read(reading, unit.tokens.start, unit.tokens.end)
                        && line.tokens.end < unit.tokens.end
                        && (first && (line.is_plain() || self.units.len() > 1) || line.agency.is_some())
                    {
                        let confidence = if line.is_plain() { Confidence::High } else { Confidence::Medium };
                        self.parts.push((line.tokens, Mark { label: Label::Dateline, rule: "dateline", confidence }));
                    }
                    first = false;
                    if Some(i) == last
                        && self.units.len() > 1
                        && let Some(part) = credit::of_agency(reading, unit)
                    {
                        self.parts.push((
                            part,
                            Mark { label: Label::Credit, rule: "trailing-agency", confidence: Confidence::High },
                        ));
                    }
                }
                Label::Caption => {
                    if let Some(part) = credit::of_photo(reading, unit) {
                        self.parts.push((
                            part,
                            Mark { label: Label::PhotoCredit, rule: "photo-credit", confidence: Confidence::High },
                        ));
                    }
                }
                _ => {}
            }
        }
        self.parts.sort_by_key(|(part, _)| part.start);
    }
}

/// What the shape of a unit alone says.
fn read_shape(reading: &Reading<'_>, unit: &Unit) -> Option<(Label, &'static str, Confidence)> {
    use Confidence::{High, Medium};
    let line = dateline::read(reading, unit.tokens.start, unit.tokens.end);
    if line.is_some_and(|line| line.tokens.end == unit.tokens.end) {
        return Some((Label::Dateline, "dateline", High));
    }
    if unit.prose && !unit.within(LONGEST_CAPTION) {
        return None;
    }
    if let Some(part) = credit::of_photo(reading, unit) {
        let alone = part.start == unit.tokens.start;
        return Some((if alone { Label::PhotoCredit } else { Label::Caption }, "photo-credit", High));
    }
    if shape::has_copyright_sign(reading, unit) {
        return Some((Label::Copyright, "copyright-sign", High));
    }
    if shape::is_advert(reading, unit) {
        return Some((Label::Advert, "advert-words", Medium));
    }
    if shape::is_contact(reading, unit) {
        return Some((Label::Contact, "mail-address", Medium));
    }
    if unit.prose {
        return None;
    }
    if shape::is_stage_mark(reading, unit) {
        Some((Label::TranscriptLabel, "stage-mark", High))
    } else if shape::is_pointer(reading, unit) {
        Some((Label::RelatedLinks, "pointer", High))
    } else if shape::is_clock(reading, unit) {
        Some((Label::Timestamp, "clock-line", High))
    } else if shape::is_date_line(reading, unit) {
        Some((Label::PublishedLine, "date-line", Medium))
    } else if shape::has_counter(reading, unit) {
        Some((Label::Widget, "counter", High))
    } else if shape::is_address(reading, unit) {
        Some((Label::Navigation, "web-address", High))
    } else if byline::is_byline(reading, unit) {
        Some((Label::Byline, "by-line", High))
    } else if shape::is_between_dashes(reading, unit) {
        Some((Label::Crosshead, "between-dashes", High))
    } else if shape::is_menu(reading, unit) {
        Some((Label::Navigation, "menu-signs", Medium))
    } else {
        None
    }
}
