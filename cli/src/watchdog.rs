//! The last resort against a plugin that never ends: the wall clock.
//!
//! A plugin's budget of steps cuts at the same place on any machine; the clock doesn't. So the run is given up, and said to be,
//! rather than printed without what was late.

use copydesk_core::Watch;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// How long one plugin may work on one document, in seconds, where nothing else was said. A text of a megabyte, long for an
/// article, takes a sound plugin less than a second; who reads books or a very large pile in one go may raise it.
pub const PATIENCE: u64 = 600;

/// How often it looks.
const TICK: Duration = Duration::from_millis(200);

/// Does `work`, and calls `give_up` with the document and the plugin that have been at work for longer than `patience`.
/// No patience at all waits for ever.
pub fn watched<T>(
    watch: &Watch,
    patience: Duration,
    give_up: impl FnOnce(String, &'static str) + Send,
    work: impl FnOnce() -> T,
) -> T {
    if patience.is_zero() {
        return work();
    }
    thread::scope(|scope| {
        // Hanging up, by a panic too, ends the watch.
        let (_working, done) = channel::<()>();
        scope.spawn(move || {
            while done.recv_timeout(TICK.min(patience)) == Err(RecvTimeoutError::Timeout) {
                if let Some((document, plugin)) = watch.overdue(patience) {
                    return give_up(document, plugin);
                }
            }
        });
        work()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::{Faulty, engine};
    use copydesk_core::Article;
    use std::sync::Mutex;

    #[test]
    fn the_plugin_that_is_late_is_named() {
        let engine = engine();
        let late = Mutex::new(None);
        let give_up = |document: String, plugin| *late.lock().unwrap() = Some((document, plugin));
        let article = Article::new("a.txt", Faulty::SLEEP);
        watched(engine.watch(), Duration::from_millis(30), give_up, || drop(engine.read(&article)));
        assert_eq!(late.into_inner().unwrap(), Some(("a.txt".to_owned(), "faulty")));
    }

    #[test]
    fn work_that_is_done_in_time_is_left_alone() {
        let engine = engine();
        let article = Article::new("a.txt", "Nothing.");
        let give_up = |_, _| unreachable!();
        assert_eq!(
            watched(engine.watch(), Duration::from_secs(60), give_up, || engine.read(&article).records().len()),
            0
        );
    }
}
