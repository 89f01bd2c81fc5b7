//! An article's own toll of an act, out of all that it mentions.

use super::Mention;

use std::collections::BTreeMap;

/// The article's own toll of each act.
pub(crate) fn own(mentions: &[Mention]) -> Vec<Mention> {
    let mut by_act: BTreeMap<&str, Vec<&Mention>> = BTreeMap::new();
    for mention in mentions {
        by_act.entry(mention.act).or_default().push(mention);
    }
    by_act.values().filter_map(|mentions| first(mentions)).cloned().collect()
}

fn first<'m>(mentions: &[&'m Mention]) -> Option<&'m Mention> {
    mentions.iter().find(|m| m.stated && !m.weak).or_else(|| mentions.iter().find(|m| !m.weak)).or_else(|| mentions.first()).copied()
}
