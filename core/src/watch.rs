//! What is being worked on, so that a watchdog outside can name the plugin that never ends.

use std::sync::Mutex;
use std::time::{Duration, Instant};

/// The (document, plugin) pairs that threads are working on. The engine only keeps it: what to do when one takes too long is
/// the program's business, and a last resort, because the wall clock cuts at another place on every machine.
#[derive(Default)]
pub struct Watch(Mutex<Vec<Option<Work>>>);

#[derive(Clone)]
struct Work {
    document: String,
    plugin: &'static str,
    since: Instant,
}

/// Ends the work that it stands for when it is dropped, by a panic too.
pub(crate) struct Working<'a> {
    watch: &'a Watch,
    place: usize,
}

impl Watch {
    pub(crate) fn on(&self, document: &str, plugin: &'static str) -> Working<'_> {
        let work = Work { document: document.to_owned(), plugin, since: Instant::now() };
        let mut all = self.lock();
        let place = all.iter().position(Option::is_none).unwrap_or(all.len());
        if place == all.len() {
            all.push(None);
        }
        all[place] = Some(work);
        Working { watch: self, place }
    }

    /// The document and the plugin that have been at work for longer than `limit`, if any.
    #[must_use]
    pub fn overdue(&self, limit: Duration) -> Option<(String, &'static str)> {
        let all = self.lock();
        let work = all.iter().flatten().find(|work| work.since.elapsed() > limit)?;
        Some((work.document.clone(), work.plugin))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Option<Work>>> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

impl Drop for Working<'_> {
    fn drop(&mut self) {
        if let Some(place) = self.watch.lock().get_mut(self.place) {
            *place = None;
        }
    }
}
