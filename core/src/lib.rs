//! The engine of copydesk: what a document is, how it is read, what a finding is, and how plugins are run over a pile.
//!
//! core does no I/O, prints nothing, and knows no plugin's name or type. Data flows one way:
//!
//! ```text
//! Document → Reading → analyzers → findings ─┬→ records
//!                                            └→ comparers → findings over many documents
//! ```
//!
//! Start at [`Engine`]: its example runs an analyzer over a `&str`. To write a plugin, implement [`Analyzer`] or [`Comparer`]
//! and call [`register!`].

mod analysis;
mod analyzer;
#[cfg(feature = "cases")]
pub mod cases;
mod claim;
mod column;
mod comparer;
mod document;
mod engine;
mod exact;
mod finding;
mod given;
pub mod lang;
mod markup;
mod options;
mod packed;
mod plan;
mod plugin;
pub mod reader;
mod reading;
pub mod record;
mod repeat;
mod shelf;
mod source;
mod span;
mod watch;
mod zones;

pub use analysis::{Analysis, Conclusions, Shard, Skip, Why};
pub use analyzer::{Analyzer, Sink};
pub use claim::{Claim, Value};
pub use column::Payload;
pub use comparer::{AcrossSink, Comparer, Earlier, Emit, Merge, Merged};
pub use document::{Article, Document, Meta};
pub use engine::{Builder, Engine};
pub use exact::{Exact, NotExact};
pub use finding::{Across, Confidence, Evidence, Finding, Found, Level, Rule, SetAside};
pub use given::{After, Claimed, EveryClaim, Given, Input, Lookup, Requires};
#[doc(hidden)]
pub use inventory;
pub use markup::{Block, Element, Markup, Named, Stated};
pub use options::{NoOptions, OptionsError, Settings, SettingsError, nearest};
pub use plan::{Plan, PlanError, Selection};
pub use plugin::{Plugin, Role};
pub use reader::{Format, Reader};
pub use reading::{Class, Line, Reading, Sentence, Token, TooLong};
pub use record::{Offsets, Record};
pub use shelf::Shelf;
pub use smol_str::SmolStr;
pub use source::{Citation, Run, Source, TextQuote};
pub use span::{Place, Span};
pub use watch::Watch;
