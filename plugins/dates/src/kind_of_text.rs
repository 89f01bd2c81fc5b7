//! Whether a text is news of a day, or tells of the past: the two resolve "in March" in different ways.

use crate::grammar::{Style, era};
use copydesk_core::lang::Term;
use copydesk_core::{Class, Reading};
use jiff::civil::Date;

/// A year within so many of publication is news, one further off history.
const NEAR_YEARS: i16 = 2;
/// A story of the past names at least so many years far from its publication …
const FEWEST_FAR: usize = 6;
/// … and so many times as many as it has words of the day ("yesterday", "on Tuesday") and years close to publication. In news
/// agencies' background pieces the two were even at most; in chapters of history there were five and more to one.
const FAR_SHARE: usize = 2;
/// … or it names one such year and so many dates, and hardly one of them (a tenth) is a word of the day: a chapter of one year's
/// campaign.
const FEWEST_DATES: usize = 10;
/// News of a known day quotes: so many words of saying in a thousand tokens make it news, whatever past it tells of. Chapters of
/// history had 2 at most, nine in ten articles of news 2.4 and more, the median 12 to 21.
const FEWEST_SAID: usize = 3;
/// So many years before Christ make "480" a year too.
const FEWEST_BEFORE_CHRIST: usize = 3;

/// The style of a text that was published on this day, if that is known.
pub(crate) fn style(r: &Reading<'_>, published: Option<Date>) -> Style {
    let (mut far, mut near, mut before_christ) = (0, 0, 0);
    for &i in r.with(Class::DIGITS) {
        let i = i as usize;
        let digits = r.raw(i);
        if !(3..=4).contains(&digits.len()) || (r.glued(i) && r.is(i.wrapping_sub(1), Class::SIGN)) {
            continue;
        }
        if matches!(era(r, i + 1), Some((true, _))) {
            before_christ += 1;
            far += 1;
            continue;
        }
        let Ok(year) = digits.parse::<i16>() else { continue };
        let led = matches!(
            r.term(i.wrapping_sub(1)),
            Term::In
                | Term::Of
                | Term::Since
                | Term::Until
                | Term::By
                | Term::During
                | Term::From
                | Term::Early
                | Term::Late
                | Term::Comma
                | Term::The
                | Term::To
                | Term::And
        ) || r.is(i.wrapping_sub(1), Class::MONTH);
        if led && (1200..=2099).contains(&year) && digits.len() == 4 {
            match published {
                Some(day) if (day.year() - year).abs() <= NEAR_YEARS => near += 1,
                _ => far += 1,
            }
        }
    }
    let of_the_day = r.with(Class::TEMPORAL).iter().filter(|&&i| {
        matches!(r.term(i as usize), Term::Today | Term::Yesterday | Term::Tomorrow | Term::Tonight | Term::Ago)
    });
    let weekdays = r.with(Class::WEEKDAY).iter().filter(|&&i| {
        let i = i as usize;
        r.is(i, Class::CAPITAL) && !r.is(i + 1, Class::MONTH) && !r.is(i + 2, Class::MONTH | Class::DIGITS)
    });
    near += of_the_day.count() + weekdays.count();
    let dates = far + r.with(Class::MONTH).iter().filter(|&&i| r.is(i as usize, Class::CAPITAL)).count();
    let plain = far >= FEWEST_FAR && far >= near * FAR_SHARE;
    let no_day = far >= 1 && dates >= FEWEST_DATES && near * 10 <= dates;
    let said = r.with(Class::SPEECH).iter().filter(|&&i| r.term(i as usize) == Term::Said).count();
    let news = published.is_some() && said * 1000 >= r.tokens().len() * FEWEST_SAID;
    Style { before_christ: before_christ >= FEWEST_BEFORE_CHRIST, narrative: (plain || no_day) && !news }
}
