//! Whether two data are of one thing, as far as their words tell.
//!
//! What agrees needs less to be of one thing than what differs: two articles that have one number of one noun mean the same sooner than
//! that they deny each other.

use crate::classify::{Fit, fit};
use crate::{Datum, words};
use copydesk_core::Value;
use std::collections::BTreeSet;

/// So many ties two sentences must have: one shared name and one shared word, or two names.
const TIES: usize = 3;

/// Of the words in the clauses of two figures that differ so many must be the same, the noun itself among them …
const NEAR_TIES: usize = 4;
/// … and of those in the shorter one so many per cent.
const NEAR_SHARE: usize = 50;

/// The toll that falls with the days.
pub(crate) const MISSING: &str = "missing";

/// So many names two sentences must share of which the figures differ, and of which one word says the same: "deployed".
const NAMES: usize = 2;

fn unit(value: &Value) -> Option<&str> {
    match value {
        Value::Amount { unit, .. } => unit.as_deref(),
        _ => None,
    }
}

/// So many participants two dated acts must share whose dates differ: "the court convicted Quill", "Quill was convicted of fraud".
const PARTICIPANTS: usize = 2;

/// Whether two data are of one thing.
pub(crate) fn one_thing(a: &Datum, b: &Datum) -> bool {
    if a.on != b.on || a.about != b.about {
        return false;
    }
    let fit = fit(&a.value, &b.value);
    let apart = fit == Fit::Apart;
    if fit == Fit::Incomparable {
        return false;
    }
    if let (Some(a), Some(b)) = (&a.facet, &b.facet)
        && a != b
    {
        return false;
    }
    let names = a.names.intersection(&b.names).count();
    let near = a.words.intersection(&b.words).count();
    let tied = names > 0 && names * 2 + near >= TIES;
    match a.on.as_str() {
        // A status is told by a phrase that means one thing in one event: only other names speak against it.
        "status" => names > 0 || a.names.is_empty() || b.names.is_empty(),
        // The toll of an event is one figure in all its articles; what a page tells of other events stands further down, and names other
        // places. Who is missing is so today: of an older event they are found, or dead.
        "figure" if a.is_toll() => !apart || names > 0 || near >= NEAR_TIES || a.leads && b.leads || a.about == MISSING,
        "figure" if a.is_age() => one_person(&a.value, &b.value),
        "figure" if fit == Fit::Equal => tied,
        "figure" if a.is_past || b.is_past || !tied || !narrowed_alike(a, b) => false,
        // A share is one of many: "an 8 percent increase", "a 79 percent increase".
        "figure" if unit(&a.value) == Some("%") => near > NEAR_TIES && said_alike(a, b, near),
        "figure" if a.facet.is_some() && b.facet.is_some() => names >= NAMES || unit(&a.value).is_some(),
        "figure" => said_alike(a, b, near),
        "date" if clash(&a.actors, &b.actors) => false,
        "date" if words::is_plain(&a.about) => !apart && participants(a, b),
        "date" if apart && !words::happens_once(&a.about) => participants(a, b),
        // "The pact was signed" and "the loan was signed" are two acts, unless the list of acts says what is signed.
        "date" if !words::is_listed(&a.about) => tied || participants(a, b),
        // A shared name is worth more than a shared word, which the noun or the act itself may be.
        _ => tied,
    }
}

/// Two ages of one name so many years apart are of two persons: a father and his son.
const GENERATION: i64 = 10;

fn one_person(a: &Value, b: &Value) -> bool {
    let age = |value: &Value| match value {
        Value::Amount { low: Some(low), high: Some(high), .. } if low == high => low.whole(),
        _ => None,
    };
    age(a).zip(age(b)).is_some_and(|(a, b)| (a - b).abs() < GENERATION)
}

/// Whether both name some, and none in common.
fn clash(a: &BTreeSet<String>, b: &BTreeSet<String>) -> bool {
    !a.is_empty() && !b.is_empty() && a.is_disjoint(b)
}

/// Whether what is counted is narrowed by the same words, or in one of the two by fewer: "North Korean soldiers" and "soldiers", but
/// not "rushing yards" and "receiving yards".
fn narrowed_alike(a: &Datum, b: &Datum) -> bool {
    a.patients.is_subset(&b.patients) || b.patients.is_subset(&a.patients)
}

/// Whether the clauses of two figures say the same: without a word that tells what is said of them, "five men" are any five.
fn said_alike(a: &Datum, b: &Datum, shared: usize) -> bool {
    let shorter = a.words.len().min(b.words.len());
    shared >= NEAR_TIES && shared * 100 >= shorter * NEAR_SHARE
}

/// Whether two dated acts are of the same persons and things, whoever of them acts: "police arrested Quill", "Quill was arrested".
fn participants(a: &Datum, b: &Datum) -> bool {
    let all = |datum: &Datum| -> BTreeSet<String> { datum.actors.union(&datum.patients).cloned().collect() };
    let (mine, theirs) = (all(a), all(b));
    let named =
        |datum: &Datum, of: &BTreeSet<String>| -> BTreeSet<String> { of.intersection(&datum.names).cloned().collect() };
    let (my_names, their_names) = (named(a, &mine), named(b, &theirs));
    // "Quill of Orsen United was charged on Monday", "Orlo of Orsen United was charged on Tuesday"
    !my_names.is_disjoint(&their_names)
        && (my_names.is_subset(&their_names) || their_names.is_subset(&my_names))
        && mine.intersection(&theirs).count() >= PARTICIPANTS
}
