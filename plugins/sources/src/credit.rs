//! Credits: agencies under datelines, copyright lines and sign-offs; who took a picture.

use crate::Class;
use crate::class::credited;
use copydesk_core::{Class as Token, Reading, Span};

/// A dateline's agency stands within so many tokens of the paragraph's beginning: "Port Mirel, Dec 5 (ANP).-".
const DATELINE: usize = 16;
/// A credit line has at most so many tokens.
const CREDIT: usize = 24;

/// A credit: the place of the name, its class, its rule, its canonical name.
pub struct Credit {
    /// The name.
    pub span: Span,
    /// Wire, state media or photo credit.
    pub class: Class,
    /// The rule.
    pub rule: &'static str,
    /// The canonical name.
    pub name: String,
}

/// All credits of an article.
pub fn credits(reading: &Reading<'_>) -> Vec<Credit> {
    let mut found = Vec::new();
    for line in reading.lines() {
        let tokens = line.tokens.clone();
        if tokens.is_empty() {
            continue;
        }
        // "(ANP)" before a dash.
        for i in tokens.clone().take(DATELINE) {
            if reading.raw(i) == "("
                && let Some(close) = (i + 1..tokens.end.min(i + 6)).find(|&j| reading.raw(j) == ")")
                && (close + 1..tokens.end.min(close + 4)).any(|j| reading.is(j, Token::DASH))
                && (i + 1..close).all(|j| reading.is(j, Token::UPPER) || !reading.is(j, Token::WORD))
                && (i + 1..close).any(|j| reading.is(j, Token::UPPER))
            {
                let span = reading.span(i + 1..close);
                let name = credited(reading.slice(span)).unwrap_or(reading.slice(span)).to_owned();
                found.push(Credit { span, class: Class::Wire, rule: "dateline-agency", name });
            }
        }
        if let Some(name) = credited(reading.slice(reading.span(tokens.clone())))
            && tokens.len() <= CREDIT
        {
            let span = reading.span(tokens.clone());
            found.push(Credit { span, class: Class::Wire, rule: "sign-off-agency", name: name.to_owned() });
            continue;
        }
        copyright(reading, tokens.clone(), &mut found);
        photo(reading, tokens, &mut found);
    }
    found
}

/// "© 2031 Agence Nationale": the agency behind the sign.
fn copyright(reading: &Reading<'_>, tokens: std::ops::Range<usize>, found: &mut Vec<Credit>) {
    let words = |i: usize| reading.lower(i);
    if tokens.len() > 4 * CREDIT || tokens.clone().any(|i| words(i) == "photo" || words(i) == "picture") {
        return;
    }
    let Some(sign) = tokens.clone().find(|&i| reading.raw(i) == "©" || words(i) == "copyright") else { return };
    let mut i = sign + 1;
    while i < tokens.end && !reading.is(i, Token::WORD) {
        i += 1;
    }
    if i >= tokens.end {
        return;
    }
    // The longest run behind the sign that is an agency.
    let named = (i + 1..=tokens.end.min(i + 5)).rev().find_map(|end| {
        let span = reading.span(i..end);
        credited(reading.slice(span)).map(|name| (span, name))
    });
    if let Some((span, name)) = named {
        found.push(Credit { span, class: Class::Wire, rule: "copyright-agency", name: name.to_owned() });
    }
}

/// "Photo: © POOL/ANP", "[ANP]", "ANP-EPA/JANE DOE" at the end of a caption.
fn photo(reading: &Reading<'_>, tokens: std::ops::Range<usize>, found: &mut Vec<Credit>) {
    let lead = tokens.clone().rev().take(CREDIT).find(|&i| {
        matches!(reading.lower(i), "photo" | "photos" | "picture" | "image" | "credit")
            && matches!(reading.raw(i + 1), ":" | "©" | "/" | "by")
    });
    let place = if let Some(lead) = lead {
        let mut start = lead + 1;
        while start < tokens.end && !reading.is(start, Token::WORD) {
            start += 1;
        }
        start..tokens.end
    } else if reading.raw(tokens.end - 1) == "]" {
        let Some(open) = tokens.clone().rev().take(CREDIT).find(|&i| reading.raw(i) == "[") else { return };
        let upper = (open + 1..tokens.end - 1).all(|i| reading.is(i, Token::UPPER) || !reading.is(i, Token::WORD));
        if !upper || open + 1 >= tokens.end - 1 || open == tokens.start {
            return;
        }
        open + 1..tokens.end - 1
    } else {
        // A run in capitals with a slash, which ends the line.
        let mut start = tokens.end;
        while start > tokens.start
            && (reading.is(start - 1, Token::UPPER) || matches!(reading.raw(start - 1), "/" | "-"))
        {
            start -= 1;
        }
        while start < tokens.end && !reading.is(start, Token::WORD) {
            start += 1;
        }
        let slash = (start..tokens.end).any(|i| reading.raw(i) == "/");
        let signed = (start + 1..tokens.end).any(|end| credited(reading.slice(reading.span(start..end))).is_some());
        if !slash || !signed {
            return;
        }
        start..tokens.end
    };
    if place.is_empty() {
        return;
    }
    let span = reading.span(place.clone());
    // The agency in it names it: "POOL/ANP", "ANP-EPA/…".
    let name = place
        .clone()
        .flat_map(|i| (i + 1..=place.end.min(i + 5)).rev().map(move |end| i..end))
        .find_map(|r| credited(reading.slice(reading.span(r))))
        .map_or_else(|| reading.slice(span).rsplit('/').next().unwrap_or_default().trim().to_owned(), str::to_owned);
    found.push(Credit { span, class: Class::PhotoCredit, rule: "photo-credit", name });
}
