//! What stands behind the story: names, initials, the agency, the author's life.

use crate::desk::Desk;
use crate::unit::Unit;
use crate::{Label, agency, byline};
use copydesk_core::Confidence;

/// A story has at most so many bylines that are looked for behind it.
const MOST_AUTHORS: usize = 8;
/// An author's life has at most so many words; a story may begin with the same name.
const LONGEST_LIFE: u32 = 160;
/// The name of an unknown agency that stands alone has at most so many words: two are a person, or "Photo gallery".
const LONGEST_AGENCY: u32 = 1;

/// Marks what stands behind the last paragraph, and the last paragraphs themselves where they are no story.
pub(crate) fn mark(desk: &mut Desk<'_, '_>) {
    let Some(last) = (0..desk.units.len()).rev().find(|&i| desk.is_story(i)) else { return };
    // A life begins with the name of the byline, and so does the name that is set once more above it.
    let names: Vec<String> = (0..desk.units.len())
        .filter(|&i| desk.label(i) == Some(Label::Byline))
        .filter_map(|i| desk.text(i).strip_prefix("by ").map(str::to_owned))
        .take(MOST_AUTHORS)
        .collect();
    for i in last.saturating_sub(1)..desk.units.len() {
        let Some(unit) = desk.units.get(i).filter(|_| desk.is_open(i)) else { continue };
        if let Some((label, rule, confidence)) = read(desk, unit, i, last, &names) {
            desk.set(i, label, rule, confidence);
        }
    }
}

fn read(
    desk: &Desk<'_, '_>,
    unit: &Unit,
    i: usize,
    last: usize,
    names: &[String],
) -> Option<(Label, &'static str, Confidence)> {
    use Confidence::{High, Low, Medium};
    let reading = desk.reading;
    if byline::is_house_byline(reading, unit) {
        return Some((Label::Byline, "house-byline", High));
    }
    if i < last {
        return None;
    }
    if byline::is_sign_off(reading, unit) {
        return Some((Label::SignOff, "sign-off", High));
    }
    if last > 0 && unit.within(LONGEST_LIFE) && names.iter().any(|name| desk.text(i).starts_with(name.as_str())) {
        let label = if unit.prose { Label::AuthorBio } else { Label::Byline };
        return Some((label, "named-in-byline", Medium));
    }
    if i == last {
        return None;
    }
    if byline::is_initials(reading, unit) {
        Some((Label::Initials, "initials", High))
    } else if agency::find(reading.slice(unit.span)).is_some() {
        Some((Label::Credit, "agency-line", High))
    } else if byline::is_name_and_place(reading, unit) {
        Some((Label::Byline, "name-and-place", Medium))
    } else {
        // "Norvane" alone below the last paragraph; a menu stands further below.
        let alone = unit.within(LONGEST_AGENCY) && unit.capitals == unit.words && !unit.ends && desk.is_story(i - 1);
        alone.then_some((Label::Credit, "lone-name", Low))
    }
}
