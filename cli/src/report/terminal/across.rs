//! The sections over all articles.

use super::page::{Page, counted, folded, shortened};
use crate::report::Edition;
use copydesk_claims::{Class, Comparison, Conflict, readable};
use copydesk_copies::{Copying, Relation};
use copydesk_core::{Analysis, Conclusions, Evidence, Finding, Level, Span};
use copydesk_drift::{Drift, Op};
use copydesk_masthead::{Field, Masthead, value};
use copydesk_origins::{Provenance, Standing, Strength};
use copydesk_timeline::{Event, Status};
use std::io;

/// Columns of the label at the left of a line.
const LABEL: usize = 14;
/// So much of a sentence is shown round a cited place, in characters.
const CONTEXT: usize = 160;
/// What is said where a bound was met.
const TRUNCATED: &str = "not all articles were held against each other: there are too many of them";
/// So many agreements are printed: more are counted.
const MOST: usize = 40;

pub fn counts(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let piles: Vec<_> = edition.conclusions.of::<Provenance>().iter().filter_map(|across| across.data.pile()).collect();
    if piles.is_empty() || !edition.shows("origins") {
        return page.strong(0, &counted(edition.analyses.len(), "article"));
    }
    let names = |standings: &[Standing]| standings.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(", ");
    for (i, pile) in piles.iter().enumerate() {
        let event = if piles.len() > 1 { format!("Event {}: ", i + 1) } else { String::new() };
        page.strong(
            0,
            &format!(
                "{event}{} · {} · {} · {}",
                counted(pile.documents.len(), "article"),
                counted(pile.outlets.len(), "outlet"),
                counted(pile.newsrooms.len(), "newsroom"),
                counted(pile.roots.len(), "root")
            ),
        )?;
        page.labelled(2, LABEL, "outlets", &names(&pile.outlets))?;
        page.labelled(2, LABEL, "newsrooms", &names(&pile.newsrooms))?;
        page.labelled(2, LABEL, "roots", &names(&pile.roots))?;
    }
    Ok(())
}

fn all_conflicts(conclusions: &Conclusions) -> impl Iterator<Item = (&Conflict, Level)> {
    conclusions.of::<Comparison>().iter().filter_map(|across| match &across.data {
        Comparison::Conflict(conflict) => Some((conflict, across.data.level())),
        Comparison::Agreement(_) => None,
    })
}

pub fn conflicts(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    if !edition.shows("claims") {
        return Ok(());
    }
    page.section("Conflicts")?;
    let mut none = true;
    for (conflict, _) in all_conflicts(edition.conclusions).filter(|(_, level)| *level >= Level::Check) {
        none = false;
        page.blank()?;
        one_conflict(edition, conflict, page, true)?;
    }
    if none { page.text(2, "None found.") } else { Ok(()) }
}

pub fn apparent(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let mut mild = all_conflicts(edition.conclusions).filter(|(_, level)| *level < Level::Check).peekable();
    if !edition.shows("claims") || mild.peek().is_none() {
        return Ok(());
    }
    page.section("Differences that are no conflict")?;
    for (conflict, _) in mild {
        page.blank()?;
        one_conflict(edition, conflict, page, false)?;
    }
    Ok(())
}

/// What kind of difference it is, for people.
const fn class(class: Class) -> &'static str {
    match class {
        Class::Contradiction => "both can't be true",
        Class::SameSourceDifferentFigure => "one source is named for both",
        Class::ReportDateVsEventDate => "one side dates the act by its announcement",
        Class::Update => "a later report has a later state",
        Class::CompatibleGranularity => "one date at two grains",
        Class::CompatibleApproximation => "one figure, rounded or bounded differently",
        Class::DifferentObject => "the values are of different things",
        Class::Unresolved => "the texts don't tell",
    }
}

fn one_conflict(edition: &Edition<'_>, conflict: &Conflict, page: &mut Page<'_>, warn: bool) -> io::Result<()> {
    let values: Vec<String> = conflict.sides.iter().map(|side| readable(&side.value)).collect();
    let head = format!("{} ({}): {}", conflict.about, conflict.on, values.join(" or "));
    if warn {
        page.warn(2, &head)?
    } else {
        page.strong(2, &head)?
    }
    page.text(5, class(conflict.class))?;
    if conflict.truncated {
        page.text(5, TRUNCATED)?;
    }
    for side in &conflict.sides {
        let said =
            if side.said_by.is_empty() { String::new() } else { format!("on the word of {}", side.said_by.join(", ")) };
        page.labelled(5, LABEL, &readable(&side.value), &said)?;
        for evidence in &side.evidence {
            cited(edition, evidence, page)?;
        }
    }
    Ok(())
}

/// One piece of evidence: outlet, place, and the words round it.
fn cited(edition: &Edition<'_>, evidence: &Evidence, page: &mut Page<'_>) -> io::Result<()> {
    let outlet = outlet(edition, &evidence.document).map_or_else(String::new, |outlet| format!("{outlet}, "));
    page.text(7, &format!("“{}” {outlet}{}:{}", folded(&evidence.text), evidence.document, evidence.line))?;
    match context(edition, evidence) {
        Some(context) => page.faint(9, &context),
        None => Ok(()),
    }
}

fn analysis<'e>(edition: &'e Edition<'_>, document: &str) -> Option<&'e Analysis<'e>> {
    edition.analyses.iter().find(|analysis| analysis.document().id() == document)
}

/// `DOCUMENT:LINE`.
fn place(edition: &Edition<'_>, document: &str, at: u32) -> String {
    let line = analysis(edition, document).and_then(Analysis::reading).map_or(0, |reading| reading.line_at(at) + 1);
    format!("{document}:{line}")
}

fn outlet<'e>(edition: &'e Edition<'_>, document: &str) -> Option<&'e str> {
    value(analysis(edition, document)?.of::<Masthead>(), Field::Outlet)
}

/// The sentence that the place stands in, cut round it.
fn context(edition: &Edition<'_>, evidence: &Evidence) -> Option<String> {
    let reading = analysis(edition, &evidence.document)?.reading()?;
    let span = Span::new(evidence.start?, evidence.end?);
    let sentence = reading.sentences().get(reading.sentence_at(span.start))?.span;
    let before = folded(reading.slice(Span::new(sentence.start, span.start)));
    let behind = folded(reading.slice(Span::new(span.start, sentence.end.max(span.end))));
    let skip = before.chars().count().saturating_sub(CONTEXT / 2);
    let before: String = before.chars().skip(skip).collect();
    let mark = if skip > 0 { "…" } else { "" };
    let gap = if before.is_empty() { "" } else { " " };
    Some(format!("{mark}{before}{gap}{}", shortened(&behind, CONTEXT / 2)))
}

pub fn agreements(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let mut all: Vec<_> = edition
        .conclusions
        .of::<Comparison>()
        .iter()
        .filter_map(|across| match &across.data {
            Comparison::Agreement(agreement) => Some(agreement),
            Comparison::Conflict(_) => None,
        })
        .collect();
    if !edition.shows("claims") || all.is_empty() {
        return Ok(());
    }
    page.section("Agreements")?;
    all.sort_by_key(|agreement| {
        std::cmp::Reverse((agreement.roots.len(), agreement.newsrooms.len(), agreement.outlets.len()))
    });
    for agreement in all.iter().take(MOST) {
        let counts = [
            (agreement.outlets.len(), "outlet"),
            (agreement.newsrooms.len(), "newsroom"),
            (agreement.roots.len(), "root"),
        ];
        let counts = counts.map(|(n, noun)| counted(n, noun)).join(", ");
        page.blank()?;
        page.strong(2, &format!("{} ({}): {}", agreement.about, agreement.on, readable(&agreement.value)))?;
        page.text(5, &counts)?;
        if agreement.truncated {
            page.text(5, TRUNCATED)?;
        }
        for evidence in &agreement.evidence {
            page.text(7, &format!("“{}” {}:{}", folded(&evidence.text), evidence.document, evidence.line))?;
        }
    }
    match all.len().saturating_sub(MOST) {
        0 => Ok(()),
        more => page.text(2, &format!("… and {more} more.")),
    }
}

pub fn timeline(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let events = edition.conclusions.of::<Event>();
    if !edition.shows("timeline") || events.is_empty() {
        return Ok(());
    }
    page.section("Timeline")?;
    page.blank()?;
    for across in events {
        let event = &across.data;
        let status = match event.status {
            Status::Agreed => "agreed",
            Status::SingleSource => "one source",
            Status::Conflicting => "CONFLICTING",
            Status::Inferred => "inferred",
        };
        let planned = if event.planned { ", planned" } else { "" };
        let planned = if event.truncated { format!("{planned}; {TRUNCATED}") } else { planned.to_owned() };
        page.labelled(2, LABEL, &event.date.value, &format!("{} ({status}{planned})", folded(&event.about)))?;
        for evidence in &event.evidence {
            page.faint(2 + LABEL, &format!("“{}” {}:{}", folded(&evidence.text), evidence.document, evidence.line))?;
        }
    }
    Ok(())
}

pub fn drift(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let all = edition.conclusions.of::<Drift>();
    if !edition.shows("drift") || all.is_empty() {
        return Ok(());
    }
    page.section("Quotes that differ")?;
    for across in all {
        let drift = &across.data;
        page.blank()?;
        page.strong(2, drift.speaker.as_deref().unwrap_or("speaker unknown"))?;
        for variant in &drift.variants {
            page.text(5, &format!("“{}”", folded(&variant.text)))?;
            page.faint(7, &place(edition, &variant.document, variant.start))?;
        }
        let changes: Vec<String> = drift
            .changes
            .iter()
            .map(|change| match change.op {
                Op::Insert => format!("+{}", change.b),
                Op::Delete => format!("−{}", change.a),
                Op::Replace => format!("{} → {}", change.a, change.b),
            })
            .collect();
        page.labelled(5, LABEL, "differs in", &changes.join(" | "))?;
    }
    Ok(())
}

pub fn copies(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let copies: Vec<_> = edition
        .conclusions
        .of::<Copying>()
        .iter()
        .filter_map(|across| match &across.data {
            Copying::Copy(copy) if copy.relation != Relation::Independent => Some(copy),
            _ => None,
        })
        .collect();
    if !edition.shows("copies") || copies.is_empty() {
        return Ok(());
    }
    page.section("Copies")?;
    for copy in copies {
        page.blank()?;
        let relation = serde_json::to_value(copy.relation).ok();
        let relation = relation.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default();
        page.strong(2, &format!("{} – {}: {relation}", copy.documents[0], copy.documents[1]))?;
        page.text(5, &format!("{}; {} shared", copy.reasons.join(", "), counted(copy.passages.len(), "passage")))?;
        for [a, _] in copy.passages.iter().take(3) {
            let text = analysis(edition, &a.document)
                .map(|analysis| Span::new(a.start, a.end).slice(analysis.document().text()));
            page.faint(7, &format!("“{}”", shortened(text.unwrap_or_default(), CONTEXT)))?;
        }
    }
    Ok(())
}

pub fn origins(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    if !edition.shows("origins") {
        return Ok(());
    }
    page.section("Where each article comes from")?;
    page.blank()?;
    for across in edition.conclusions.of::<Provenance>() {
        let Some(origin) = across.data.origin() else { continue };
        let links = origin.chain.iter().map(|link| {
            let inferred = if link.strength == Strength::Inferred && link.name.is_some() { " (inferred)" } else { "" };
            format!("{}{inferred}", link.name.as_deref().unwrap_or("unknown"))
        });
        page.text(2, &origin.document)?;
        page.text(5, &links.collect::<Vec<_>>().join(" → "))?;
    }
    Ok(())
}

/// The plugins whose conclusions have a section of their own.
const WITH_SECTION: [&str; 5] = ["claims", "timeline", "drift", "copies", "origins"];

/// Conclusions of plugins that this report has never heard of: their sentence and their evidence.
pub fn others(edition: &Edition<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let mut last = "";
    for record in edition.conclusions.records().filter(|record| !WITH_SECTION.contains(&record.plugin)) {
        if record.plugin != last {
            page.section(record.plugin)?;
            page.blank()?;
            last = record.plugin;
        }
        page.text(2, &record.sentence())?;
        for evidence in record.evidence {
            cited(edition, evidence, page)?;
        }
    }
    Ok(())
}
