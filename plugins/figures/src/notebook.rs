//! The notebook: the figure before in the sentence, and what each value counted in the article, for what writers leave out the
//! second time.

use crate::counted::Phrase;
use crate::draft::Draft;
use crate::figure::{Bound, Change, Kind};
use crate::lists::CHANGES;
use crate::named::is_casualty;
use crate::passage::Passage;
use crate::subject;
use copydesk_core::Exact;
use std::collections::HashMap;

/// What was told before.
#[derive(Default)]
pub(crate) struct Notebook {
    /// What a value counted when it was last told, and in which sentence.
    counted: HashMap<Exact, (Phrase, u32)>,
    /// How many sentences were read.
    sentence: u32,
    /// The figure before, in the same sentence.
    last: Option<Last>,
    /// What was last counted in the same sentence.
    last_counted: Option<Phrase>,
}

/// The figure before.
struct Last {
    /// The token behind it and what it counts.
    end: usize,
    /// "from" stood before it.
    from: bool,
    kind: Kind,
    unit: Option<String>,
    points: bool,
    bound: Bound,
    change: Option<Change>,
    counted: Option<Phrase>,
}

impl Notebook {
    /// A new sentence: what values counted stays.
    pub fn turn(&mut self) {
        (self.last, self.last_counted) = (None, None);
        self.sentence += 1;
    }

    /// Gives a figure what its clause leaves out.
    pub fn complete(&self, p: &Passage<'_>, draft: &mut Draft) {
        self.gap(p, draft);
        self.elide(p, draft);
        self.convert(p, draft);
    }

    /// Notes a figure; `end` is the token behind it and its noun.
    pub fn note(&mut self, p: &Passage<'_>, draft: &Draft, end: usize) {
        let figure = &draft.figure;
        if let Some(counted) = draft.counted.as_ref().filter(|_| figure.unit.is_none() && figure.kind == Kind::Count) {
            if let Some(value) = figure.value.filter(|v| *v > Exact::from(1)) {
                self.counted.insert(value, (counted.clone(), self.sentence));
            }
            self.last_counted = Some(counted.clone());
        }
        self.last = Some(Last {
            end,
            from: p.lower(draft.first.wrapping_sub(1)) == "from",
            kind: figure.kind,
            unit: figure.unit.clone(),
            points: figure.points,
            bound: figure.bound,
            change: figure.change,
            counted: draft.counted.clone(),
        });
    }

    /// "output fell by 5 percent to 9.2 million barrels": the level is that of the same thing.
    pub fn level(&self, p: &Passage<'_>, first: usize) -> Option<Phrase> {
        let last = self.last.as_ref().filter(|last| last.end + 1 == first && last.change.is_some())?;
        if matches!(p.lower(last.end), "to" | "at") { last.counted.clone() } else { None }
    }

    /// What a number counted when it was told before: "Some 4,600 soldiers … the 4,600", "Three men … the three". Small
    /// numbers come again by chance, so that they need the article.
    pub fn earlier(&self, p: &Passage<'_>, draft: &Draft) -> Option<Phrase> {
        /// So many sentences later "the two" are still those that were told.
        const MEMORY: u32 = 3;
        let value = draft.figure.value?;
        let (counted, sentence) = self.counted.get(&value)?;
        let told = value > Exact::from(10)
            || sentence + MEMORY >= self.sentence
                && matches!(p.lower(draft.first.wrapping_sub(1)), "the" | "all" | "those" | "these")
                && !p.hyphen(draft.end);
        told.then(|| counted.clone())
    }

    /// "Kesh Foods were down 2.3 percent, Orlan by 2.6 percent": the verb is left out the second time.
    fn gap(&self, p: &Passage<'_>, draft: &mut Draft) {
        let Some(last) = &self.last else { return };
        /// So many words has the second subject: "and the Orlan Mining Group".
        const SUBJECT: usize = 6;
        let (first, figure) = (draft.first, &mut draft.figure);
        let gapped = p.lower(first.wrapping_sub(1)) == "by" && first.saturating_sub(last.end) <= SUBJECT + 2;
        if gapped && figure.change.is_none() && figure.unit.is_some() && figure.unit == last.unit {
            figure.change = last.change;
            draft.counted = draft.counted.take().or_else(|| subject::ending(p, first.wrapping_sub(2)));
        }
    }

    /// "rose to 900 cars from 850", "40 dead and 95 who …", "from 214 pounds to 190": a bare number takes the noun, or the unit, of
    /// the figure before it.
    fn elide(&self, p: &Passage<'_>, draft: &mut Draft) {
        let Some(last) = &self.last else { return };
        let (first, end, figure) = (draft.first, draft.end, &mut draft.figure);
        // "rose to $7 billion from $6 billion": two levels of one thing.
        let levels = matches!(p.lower(first.wrapping_sub(1)), "from" | "against" | "versus" | "to");
        if levels
            && draft.counted.is_none()
            && last.end + 1 == first
            && figure.unit.is_some()
            && figure.unit == last.unit
        {
            draft.counted = last.counted.clone();
        }
        if figure.unit.is_some() || draft.counted.is_some() || !matches!(figure.kind, Kind::Count | Kind::Number) {
            return;
        }
        let before = p.lower(first.wrapping_sub(1));
        // "rose by 2 percent, but Kesh fell by 1"
        if before == "by" && figure.change.is_some() && last.kind == Kind::Percent && !p.content(end) {
            (figure.kind, figure.unit, figure.points) = (last.kind, last.unit.clone(), last.points);
            return;
        }
        if before == "to"
            && last.from
            && last.end + 1 == first
            && last.unit.is_some()
            && matches!(last.kind, Kind::Money | Kind::Measure)
        {
            (figure.kind, figure.unit) = (last.kind, last.unit.clone());
            return;
        }
        // "from 850 to 900", but "and the population grew to 3 million"
        let compares = matches!(before, "from" | "with" | "against" | "than" | "versus")
            || before == "to" && last.end + 1 == first && !CHANGES.contains_key(p.lower(first.wrapping_sub(2)));
        let lists = before == "and"
            && matches!(p.lower(end), "who" | "others" | "more" | "were" | "are" | "of" | "have" | "had");
        let stated = matches!(last.kind, Kind::Count | Kind::Number) && last.unit.is_none();
        // "6 million homes, including 1.5 million on the coast", "of whom 12", "12 of them"
        let part = matches!(before, "including" | "whom" | "which" | "them")
            || p.lower(end) == "of" && matches!(p.lower(end + 1), "them" | "whom" | "which" | "these" | "those")
            || matches!(p.lower(end), "more" | "others") && !p.content(end + 1)
            // "killed 257 people and injured 5,500"
            || is_casualty(before) && !p.content(end);
        // "lost 162.3 points, or 2 percent, to close at 7,425.8"
        let level =
            self.last_counted.as_ref().filter(|c| p.reading.lower(c.head) == "points" && matches!(before, "to" | "at"));
        if stated && (compares || lists) {
            draft.counted = last.counted.clone();
        } else if part || lists {
            draft.counted = self.last_counted.clone();
        } else if let Some(points) = level {
            draft.counted = Some(points.clone());
        }
    }

    /// "just under 310 hp (231 kW)", "up 19.5 points, or 0.3 percent": the same amount in another unit has the same bound and moved
    /// the same way.
    fn convert(&self, p: &Passage<'_>, draft: &mut Draft) {
        let Some(last) = &self.last else { return };
        let (first, figure, end) = (draft.first, &mut draft.figure, last.end);
        let bracketed = matches!(p.raw(first.wrapping_sub(1)), "(" | "/") && end + 1 == first;
        let or = p.lower(first.wrapping_sub(1)) == "or" && (end + 1 == first || end + 2 == first && p.raw(end) == ",");
        if !(bracketed || or) || figure.unit.is_none() || last.unit == figure.unit {
            return;
        }
        if figure.bound == Bound::Exact && bracketed && last.kind == figure.kind {
            figure.bound = last.bound;
        }
        figure.change = figure.change.or(last.change);
        if draft.counted.is_none() && last.unit.is_some() {
            draft.counted = last.counted.clone();
        }
    }
}
