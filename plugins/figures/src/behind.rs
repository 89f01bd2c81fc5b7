//! What is counted behind a quantity, by its unit.

use crate::counted::{Grammar, Phrase, phrase};
use crate::figure::Counted;
use crate::lists::{AFTER, NOUNS};
use crate::noun::is_participle;
use crate::passage::Passage;
use crate::quantity::{Quantity, Unit};
use crate::range::Join;
use crate::role::Role;
use copydesk_core::lang::en::inflection;
use copydesk_core::{Class, Exact};

/// What is counted, behind the quantity.
pub(crate) fn behind(
    p: &Passage<'_>,
    q: &Quantity,
    end: usize,
    adjectival: bool,
    join: Option<Join>,
) -> Option<Phrase> {
    let partitive = p.lower(end) == "of";
    let hyphen = p.hyphen(end);
    let at = end + usize::from(hyphen);
    if p.glued(at) && !hyphen && !p.is(at, Class::QUOTE) {
        // "412,500MMBTU": an unknown unit is what is counted.
        let unit = q.unit == Unit::None && p.is(at, Class::WORD) && join.is_none();
        return unit.then(|| Phrase { tokens: at..at + 1, head: at });
    }
    // "a 44-year-old senator", but "two 22-year-old women"
    let article = q.tokens.start.wrapping_sub(1);
    let singular =
        if matches!(p.lower(article), "a" | "an" | "another" | "every") { Grammar::One } else { Grammar::Singular };
    match q.unit {
        Unit::None => {
            if q.number.odds || q.number.fraction.is_some() && !partitive {
                return phrase(p, at, Grammar::Plural).filter(|_| q.number.odds || q.number.fraction.is_some());
            }
            if join == Some(Join::Score) {
                return None;
            }
            let one = q.number.value == Exact::from(1) && join.is_none();
            // "one of the dams" is a pronoun; "only one of the dams" counts.
            if one && partitive && !p.is(q.tokens.start.wrapping_sub(1), Class::BOUND) {
                return None;
            }
            if q.number.implied.is_some() && !partitive && p.lower(q.number.tokens.end - 1).ends_with('s') {
                // "hundreds injured"
                let adjective = NOUNS.counted.contains(p.lower(at));
                return adjective.then(|| Phrase { tokens: at..at + 1, head: at });
            }
            let grammar = if one && !partitive { Grammar::One } else { Grammar::Plural };
            if hyphen {
                // "a 45,000-strong workforce"
                if p.lower(at) == "strong" {
                    return phrase(p, at + 1, Grammar::Singular);
                }
                // "an 16,000-person agency" counts persons; "a four-course meal" courses.
                // "A three-pronged fork" has a form of its own, and counts nothing by its name.
                let noun = p.content(at) && !is_participle(p.lower(at));
                return noun.then(|| Phrase { tokens: at..at + 1, head: at });
            }
            // "1,000 or more workers"
            phrase(p, at, grammar).or_else(|| AFTER.at(p, at).and_then(|(n, _)| phrase(p, at + n, Grammar::Plural)))
        }
        Unit::Age(_) => phrase(p, at, singular).filter(|_| adjectival),
        _ if partitive => phrase(p, at, Grammar::Singular),
        // "3 km long", "40 metres high"
        Unit::Measure(_) if p.plays(at, Role::EXTENT) => None,
        // "3 per cent lower", "12 percent year on year"
        _ if p.plays(at, Role::COMPARED) => None,
        _ if matches!(p.lower(at), "year" | "quarter" | "month" | "week")
            && (p.hyphen(at + 1) || matches!(p.lower(at + 1), "on" | "over" | "after")) =>
        {
            None
        }
        // "spent $1 million supporting her", but "a $3 million operating loss"
        // "Orsen 50 +0.8% Kesh 100 -1.3%": what moved stands before it.
        _ if q.signed.is_some() && !hyphen => None,
        Unit::Money(_) | Unit::Percent | Unit::Measure(_)
            if !p.hyphen(q.number.tokens.end) && inflection::is_gerund(p.lower(at)) && !p.plays(at, Role::GERUND) =>
        {
            None
        }
        Unit::Percent | Unit::Points | Unit::Money(_) | Unit::Measure(_) => {
            if adjectival {
                phrase(p, at, singular)
            } else {
                None
            }
        }
    }
}

/// The words of a phrase.
pub(crate) fn cited(p: &Passage<'_>, phrase: &Phrase) -> Counted {
    let span = p.span(phrase.tokens.clone());
    Counted {
        start: span.start,
        end: span.end,
        text: p.reading.slice(span).to_owned(),
        head: p.reading.raw(phrase.head).to_owned(),
    }
}
