//! The stretch of a page that holds the story, where a whole page was copied with its menus and lists.

use crate::Label;
use crate::desk::Desk;
use copydesk_core::Confidence;
use std::ops::Range;

/// A story has at least so many paragraphs before its comments begin.
pub(crate) const FEWEST_PARAGRAPHS: usize = 3;
/// A text with so many lines that are no prose is a page with its furniture.
const PAGE_LINES: usize = 15;
/// And at least so many of them were told for furniture; a table in a story has none.
const PAGE_FURNITURE: usize = 4;
/// What a line costs the stretch, in words of prose, that something has marked as no story. This and the next two were measured
/// on pages of news and blogs: half or double moves the share of words that are rightly told by less than a per cent.
const MARKED: i64 = 20;
/// What an unmarked line of one to three words costs: a menu entry, a name, a cell of a table.
const SHORT: i64 = 7;
/// What any other line costs that is no prose: a headline, an entry of a list.
const LINE: i64 = 3;
/// So many lines may stand between the headline and the stretch: main points, a name.
const BELOW_HEADLINE: usize = 8;
/// So many words make a short line.
const NAME: i64 = 3;

/// Marks the prose that lies outside the stretch with the most of it, on a page with its furniture; answers where the stretch is.
pub(crate) fn mark(desk: &mut Desk<'_, '_>) -> Option<Range<usize>> {
    let n = desk.units.len();
    let stories = (0..n).filter(|&i| desk.is_story(i)).count();
    let others = n - stories;
    let furniture = (0..n).filter(|&i| desk.is_furniture(i)).count();
    if stories == 0 || furniture < PAGE_FURNITURE || others < PAGE_LINES || others < stories {
        return None;
    }
    let (mut best, mut best_range) = (0, 0..0);
    let (mut sum, mut start) = (0_i64, 0);
    for i in 0..n {
        let words = desk.units.get(i).map_or(0, |unit| i64::from(unit.words));

        sum += if desk.is_story(i) {
            words
        } else if desk.is_furniture(i) && desk.label(i) != Some(Label::Timestamp) {
            -MARKED
        } else if words <= NAME {
            -SHORT
        } else {
            -LINE
        };
        if sum <= 0 {
            sum = 0;
            start = i + 1;
        } else if sum > best {
            best = sum;
            best_range = start..i + 1;
        }
    }
    for i in 0..n {
        if !best_range.contains(&i) && desk.is_story(i) {
            let label = if i >= best_range.end { Label::RelatedLinks } else { Label::Widget };
            desk.set(i, label, "outside-story", Confidence::Low);
        }
    }
    Some(best_range)
}

/// Marks the short lines outside the stretch that nothing has claimed.
pub(crate) fn clear(desk: &mut Desk<'_, '_>, stretch: &Option<Range<usize>>) {
    let Some(stretch) = stretch else { return };
    let headline = (0..stretch.start).rev().take(BELOW_HEADLINE).find(|&i| desk.label(i) == Some(Label::Headline));
    let start = headline.unwrap_or(stretch.start);
    for i in 0..desk.units.len() {
        if !(start..stretch.end).contains(&i) && desk.is_open(i) {
            desk.set(i, Label::Navigation, "outside-story", Confidence::Medium);
        }
    }
}
