//! Where in the article a place stands.

use crate::Span;

/// The zones of one document, flattened: of nested zones the innermost counts.
#[derive(Debug, Default)]
pub(crate) struct Zones {
    /// (first byte, one past the last, zone), in order, without overlap.
    segments: Vec<(u32, u32, String)>,
}

impl Zones {
    /// Flattens zones that may nest. Of two that overlap without nesting the later one wins where they do.
    pub fn new(mut marked: Vec<(Span, String)>) -> Self {
        // Outer zones first, so that inner ones paint over them.
        marked.sort_by_key(|(span, _)| (span.start, u32::MAX - span.end));
        let mut segments: Vec<(u32, u32, String)> = Vec::new();
        let mut open: Vec<(u32, String)> = Vec::new();
        let mut at = 0;
        let mut emit = |from: u32, to: u32, zone: &str| {
            if from < to {
                segments.push((from, to, zone.to_owned()));
            }
        };
        for (span, zone) in marked {
            while let Some((end, name)) = open.last().filter(|(end, _)| *end <= span.start).cloned() {
                emit(at, end, &name);
                at = at.max(end);
                open.pop();
            }
            if let Some((_, name)) = open.last() {
                emit(at, span.start, name);
            }
            at = at.max(span.start);
            open.push((span.end, zone));
        }
        while let Some((end, name)) = open.pop() {
            emit(at, end, &name);
            at = at.max(end);
        }
        Self { segments }
    }

    /// The zone that holds the place's first byte.
    pub fn at(&self, span: Span) -> Option<&str> {
        let i = self.segments.partition_point(|(start, ..)| *start <= span.start);
        self.segments.get(i.checked_sub(1)?).filter(|(_, end, _)| span.start < *end).map(|(.., zone)| zone.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_zone_counts() {
        let zone = |start, end, name: &str| (Span::new(start, end), name.to_owned());
        let zones = Zones::new(vec![
            zone(0, 10, "headline"),
            zone(20, 60, "body"),
            zone(20, 30, "dateline"),
            zone(50, 60, "credit"),
        ]);
        let at = |start| zones.at(Span::new(start, start + 1));
        assert_eq!(at(5), Some("headline"));
        assert_eq!(at(15), None);
        assert_eq!(at(20), Some("dateline"));
        assert_eq!(at(30), Some("body"));
        assert_eq!(at(55), Some("credit"));
        assert_eq!(at(60), None);
    }
}
