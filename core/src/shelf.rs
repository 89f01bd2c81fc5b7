//! What the program has read for its plugins beside the articles: too large for an option, and behind a file that core doesn't open.

use std::any::{Any, TypeId, type_name};
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// Things that were read for the plugins, each kept by its type: a table of ratings of three million rows. A plugin takes its own
/// when it is made ([`Analyzer::fetch`](crate::Analyzer::fetch)), and shares it with all threads.
///
/// ```
/// use copydesk_core::Shelf;
/// #[derive(Debug, PartialEq)]
/// struct Ratings(u32);
/// let mut shelf = Shelf::default();
/// shelf.put(Ratings(7));
/// assert_eq!(shelf.get::<Ratings>().as_deref(), Some(&Ratings(7)));
/// assert!(shelf.get::<String>().is_none());
/// ```
#[derive(Clone, Default)]
pub struct Shelf(HashMap<TypeId, (&'static str, Arc<dyn Any + Send + Sync>)>);

impl Shelf {
    /// Lays a thing on the shelf, in place of one of its type that lay there.
    pub fn put<T: Any + Send + Sync>(&mut self, thing: T) {
        self.0.insert(TypeId::of::<T>(), (type_name::<T>(), Arc::new(thing)));
    }

    /// The thing of this type, if there is one.
    #[must_use]
    pub fn get<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let (_, thing) = self.0.get(&TypeId::of::<T>())?;
        Arc::clone(thing).downcast().ok()
    }
}

impl fmt::Debug for Shelf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.values().map(|(name, _)| name)).finish()
    }
}
