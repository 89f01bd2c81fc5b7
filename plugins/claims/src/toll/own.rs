//! An article's own toll of an act, out of all that it mentions.

use super::Mention;
use copydesk_core::Value;
use std::collections::BTreeMap;

/// The article's own toll of each act.
pub(crate) fn own(mentions: &[Mention]) -> Vec<Mention> {
    let mut by_act: BTreeMap<&str, Vec<&Mention>> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| !mention.background && !mention.earlier) {
        by_act.entry(mention.act).or_default().push(mention);
    }
    let deadly = |sentence: usize| mentions.iter().any(|m| m.act == "killed" && m.sentence == sentence);
    let dead = by_act.get("killed").is_some_and(|mentions| mentions.iter().any(|m| m.value > super::amount(0)));
    by_act
        .iter()
        .filter_map(|(act, mentions)| {
            let base = base(mentions, dead && *act != "killed")?;
            let fifth = mentions.iter().filter(|m| m.ordinal).map(|m| &m.value).max();
            let value = whole(base, mentions)?;
            let value = fifth.filter(|fifth| **fifth > value).cloned().unwrap_or(value);
            let died =
                *act == "killed" && mentions.iter().any(|m| m.itself || m.with_doer && m.value == super::amount(1));
            let with_doer = base.with_doer || died || takes_in_doer(base, mentions);
            // "Two more were wounded hours later", "four other people were hurt": with whom, the sentence does not say.
            let alone = base.further && value == base.value && !deadly(base.sentence);
            // "Two victims were taken to one hospital, and two others to another": a part.
            let rest =
                |m: &&Mention| m.sentence == base.sentence && m.span.start > base.span.end && m.further && m.stated;
            // "He killed his wife and then shot three men dead": three and one more, if she is none of them.
            let first = |m: &&Mention| {
                m.sentence == base.sentence && m.span.end < base.span.start && m.new && !m.weak && !m.itself
            };
            let added = value != base.value;
            let part = base.stated && mentions.iter().any(|m| rest(m) || !added && first(m));
            Some(Mention { value, with_doer, weak: base.weak || alone || part, ..base.clone() })
        })
        .collect()
}

/// The mention that leads: a number before "a man", what is sure before what may come to nothing.
fn base<'m>(mentions: &[&'m Mention], dead: bool) -> Option<&'m Mention> {
    let strong = || mentions.iter().filter(|m| !m.weak && !m.itself);
    let stated = strong().find(|m| m.stated);
    // Where somebody died, "he was wounded" is of the same one, as far as can be told.
    let fits = |m: &&&Mention| !dead || m.new && m.further;
    let implied = || strong().find(fits);
    let weak = || mentions.iter().find(|m| m.weak && !dead);
    let own = || mentions.iter().find(|m| m.itself && !dead);
    stated.or_else(implied).or_else(weak).or_else(own).copied()
}

/// The toll of the leading mention with those whom the article adds to it.
fn whole(base: &Mention, mentions: &[&Mention]) -> Option<Value> {
    let mut more = 0;
    if !base.stated {
        // "A boy was wounded in the arm and a woman in the back."
        let beside = mentions.iter().filter(|m| m.sentence == base.sentence && m.weak == base.weak && !m.itself);
        more += beside
            .filter(|m| m.span.start > base.span.end && m.new && !m.stated && m.value == super::amount(1))
            .count()
            .min(1);
        // "Another man died on the way to hospital."
        more += usize::from(mentions.iter().any(|m| m.further && !m.itself && m.sentence > base.sentence && !m.weak));
    }
    // "One man was in critical condition and three others were injured."
    let before =
        |m: &&&Mention| m.sentence == base.sentence && m.span.start < base.span.start && !m.further && !m.itself;
    if base.stated && base.further && mentions.iter().any(|m| before(&m)) {
        let others = mentions.iter().find(before).and_then(|m| one(&m.value)).unwrap_or(0);
        more += usize::try_from(others).unwrap_or(0);
    }
    more += usize::from(takes_in_doer(base, mentions));
    plus(&base.value, i64::try_from(more).ok()?)
}

/// Whether whoever did it is added to those whom the leading mention tells of: "killed three people before killing himself".
fn takes_in_doer(base: &Mention, mentions: &[&Mention]) -> bool {
    // Who was wounded with those whom he wounded, the sentence itself must say.
    let near = |m: &Mention| m.act == "killed" || m.sentence == base.sentence;
    let itself = mentions.iter().any(|m| m.itself && m.span != base.span && near(m));
    itself && base.active && !base.itself && !base.including
}

fn plus(value: &Value, more: i64) -> Option<Value> {
    if more == 0 {
        return Some(value.clone());
    }
    let Value::Amount { low, high, unit, approximate } = value else { return Some(value.clone()) };
    let sum = |end: &Option<copydesk_core::Exact>| end.and_then(|end| end.plus(more.into()));
    Some(Value::Amount { low: sum(low), high: sum(high), unit: unit.clone(), approximate: *approximate })
}

/// The number, where it is a small one.
fn one(value: &Value) -> Option<i64> {
    (1..=MOST_BEFORE).find(|n| super::amount(*n) == *value)
}

/// Of so many at the most "three others" are told apart.
const MOST_BEFORE: i64 = 9;
