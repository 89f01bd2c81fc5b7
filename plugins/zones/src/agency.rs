//! News agencies: those that are known by name, and the shapes of names that only agencies have.

use copydesk_core::lang::en::agencies;

pub use copydesk_core::lang::en::acronym::is_acronym;

/// How an agency was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agency {
    /// It stands in the list; the name under which it is filed.
    Known(&'static str),
    /// It has the shape of an agency's name ("Norvane News Agency", "Agence Lorne-Quist").
    Shaped,
}

/// Names that are longer than this, in bytes, are no agency's: the longest that core lists has 34.
const LONGEST_NAME: usize = 64;

/// The agency that goes by this name.
///
/// ```
/// use copydesk_zones::agency::{Agency, find};
/// assert_eq!(find("Agence France-Presse"), Some(Agency::Known("AFP")));
/// assert_eq!(find("Norvane News Agency"), Some(Agency::Shaped));
/// assert_eq!(find("Norvane"), None);
/// ```
#[must_use]
pub fn find(name: &str) -> Option<Agency> {
    if name.is_empty() || name.len() > LONGEST_NAME {
        return None;
    }
    if let Some(known) = agencies::find(name).filter(|agency| agency.is_wire()) {
        return Some(Agency::Known(known.name));
    }
    let name = name.trim().to_lowercase();
    const ENDS: [&str; 9] = [
        " news agency",
        " press agency",
        " telegraph agency",
        " news service",
        " newswire",
        " wire service",
        " press service",
        " presse-agentur",
        " pressphoto agency",
    ];
    const STARTS: [&str; 5] = ["agence ", "agencia ", "agência ", "agenzia ", "agentur "];
    let shaped = ENDS.iter().any(|end| name.ends_with(end)) || STARTS.iter().any(|start| name.starts_with(start));
    shaped.then_some(Agency::Shaped)
}

/// Whether it is the call sign of an American station, no agency: three or four letters, K west and W east of the Mississippi
/// (47 CFR 2.302).
#[must_use]
pub fn is_call_sign(name: &str) -> bool {
    matches!(name.len(), 3 | 4) && is_acronym(name) && name.starts_with(['K', 'W']) && find(name).is_none()
}
