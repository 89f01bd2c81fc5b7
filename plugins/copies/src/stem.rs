//! Stems: words without their commonest English endings.

/// The word without its commonest endings: enough to bring "ratify", "ratified" and "ratifies", "deployed" and "deployment" no
/// further than "deploy…" together; no grammar, no list. `word` is in lower case.
///
/// ```
/// use copydesk_copies::stem;
/// assert_eq!(stem("ratifies"), stem("ratified"));
/// assert_eq!(stem("deploying"), stem("deploys"));
/// assert_eq!(stem("houses"), stem("house"));
/// assert_eq!(stem("stopped"), stem("stop"));
/// assert_ne!(stem("pass"), stem("pas"));
/// ```
#[must_use]
pub fn stem(word: &str) -> &str {
    let word = word.split(['\'', '’']).next().unwrap_or(word);
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u');
    let mut short = word;
    for (ending, least) in [("ing", 4), ("ies", 3), ("ied", 3), ("ed", 3), ("s", 3), ("y", 3)] {
        let Some(cut) = word.strip_suffix(ending).filter(|cut| cut.chars().count() >= least) else { continue };
        let kept = match ending {
            // "pass", "campus"
            "s" => cut.ends_with(['s', 'u', 'i']),
            // "deploy" is all stem, "ceremony" is not.
            "y" => cut.ends_with(vowel),
            _ => false,
        };
        if !kept {
            short = cut;
            break;
        }
    }
    // "stopped": the letter was doubled before the ending. "call", "pass" and "buzz" have theirs of old.
    let mut ends = short.chars().rev();
    if let (Some(last), Some(before)) = (ends.next(), ends.next())
        && last == before
        && short.len() > 3
        && last.is_ascii_alphabetic()
        && !vowel(last)
        && !matches!(last, 'l' | 's' | 'z')
    {
        short = short.strip_suffix(last).unwrap_or(short);
    }
    short.strip_suffix('e').filter(|cut| cut.len() >= 3).unwrap_or(short)
}
