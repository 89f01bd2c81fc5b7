//! What a user can set: defaults, then the nearest `copydesk.toml`, then `--set plugin.option=value`.

use crate::{Plugin, Shelf};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

/// The options of a plugin that has none.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NoOptions {}

/// An option has a value that can't be used; the message says which and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct OptionsError(pub String);

/// A setting that can't be used: where it stands, what was received, why not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The file is no TOML.
    #[error("{file}:{line}: {message}")]
    Syntax {
        /// File as named to [`Settings::add_toml`].
        file: String,
        /// Line, from 1.
        line: usize,
        /// The parser's words.
        message: String,
    },
    /// No linked plugin has that name.
    #[error("{origin}: no plugin is named `{plugin}`{}", did_you_mean(nearest))]
    UnknownPlugin {
        /// `FILE:LINE`, or `--set`.
        origin: String,
        /// The name as given.
        plugin: String,
        /// The most like name.
        nearest: Option<String>,
    },
    /// The plugin has no such option.
    #[error("{origin}: `{plugin}` has no option `{option}` (received {value}){}", did_you_mean(nearest))]
    UnknownOption {
        /// `FILE:LINE`, or `--set`.
        origin: String,
        /// The plugin.
        plugin: String,
        /// The option as given.
        option: String,
        /// What was received for it.
        value: String,
        /// The most like option.
        nearest: Option<String>,
    },
    /// The option does not take this value.
    #[error("{origin}: `{plugin}.{option}` can't be {value}: {message}")]
    BadValue {
        /// `FILE:LINE`, or `--set`.
        origin: String,
        /// The plugin.
        plugin: String,
        /// The option.
        option: String,
        /// What was received for it.
        value: String,
        /// Why not.
        message: String,
    },
    /// Not of the form `plugin.option=value`.
    #[error("--set takes plugin.option=value, not `{0}`")]
    Form(String),
}

pub(crate) fn did_you_mean(nearest: &Option<String>) -> String {
    nearest.as_ref().map_or_else(String::new, |name| format!("; did you mean `{name}`?"))
}

/// The most like of `names`, if any is like enough to be meant.
#[must_use]
pub fn nearest<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    /// Below this share of equal letters a suggestion puzzles more than it helps.
    const ALIKE: f64 = 0.7;
    let scored = names.map(|n| (strsim::jaro_winkler(name, n), n));
    scored.filter(|(score, _)| *score >= ALIKE).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, n)| n.to_owned())
}

#[derive(Clone, Debug)]
struct Setting {
    value: Value,
    origin: String,
}

/// Settings of all plugins, by name, each with where it comes from. What is added later wins.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    options: BTreeMap<String, BTreeMap<String, Setting>>,
    /// What was read for the plugins beside them.
    pub shelf: Shelf,
}

impl Settings {
    /// Takes in a `copydesk.toml`: a table for each plugin. `file` is the name that errors show.
    ///
    /// # Errors
    /// [`SettingsError::Syntax`] where the text is no TOML, or something else than a table stands at the top level.
    pub fn add_toml(&mut self, text: &str, file: &str) -> Result<(), SettingsError> {
        let line = |at: usize| text.get(..at).map_or(0, |t| t.matches('\n').count()) + 1;
        let syntax = |at: usize, message: &str| SettingsError::Syntax {
            file: file.to_owned(),
            line: line(at),
            message: message.to_owned(),
        };
        let table = DeTable::parse(text).map_err(|e| syntax(e.span().map_or(0, |s| s.start), e.message()))?;
        for (plugin, options) in table.get_ref() {
            let DeValue::Table(options) = options.get_ref() else {
                return Err(syntax(plugin.span().start, &format!("`{}` is not a plugin's table", plugin.get_ref())));
            };
            let plugin = self.options.entry(plugin.get_ref().to_string()).or_default();
            for (option, value) in options {
                let origin = format!("{file}:{}", line(option.span().start));
                plugin.insert(option.get_ref().to_string(), Setting { value: json(value.get_ref()), origin });
            }
        }
        Ok(())
    }

    /// Takes in one `plugin.option=value`. The value is read as TOML; what is no TOML is a string.
    ///
    /// # Errors
    /// [`SettingsError::Form`] where it is not of that form.
    pub fn set(&mut self, assignment: &str) -> Result<(), SettingsError> {
        let form = || SettingsError::Form(assignment.to_owned());
        let (name, value) = assignment.split_once('=').ok_or_else(form)?;
        let (plugin, option) = name.split_once('.').ok_or_else(form)?;
        let parsed = DeValue::parse(value.trim()).map(|v| json(v.get_ref()));
        let value = parsed.unwrap_or_else(|_| Value::String(value.to_owned()));
        let setting = Setting { value, origin: format!("--set {assignment}") };
        self.options.entry(plugin.trim().to_owned()).or_default().insert(option.trim().to_owned(), setting);
        Ok(())
    }

    /// Checks every setting against the plugins there are.
    pub(crate) fn check(&self, plugins: &[Plugin]) -> Result<(), SettingsError> {
        for (name, options) in &self.options {
            let Some(plugin) = plugins.iter().find(|p| p.name == name) else {
                let origin = options.values().next().map_or_else(|| "copydesk.toml".to_owned(), |s| s.origin.clone());
                let nearest = nearest(name, plugins.iter().map(|p| p.name));
                return Err(SettingsError::UnknownPlugin { origin, plugin: name.clone(), nearest });
            };
            let schema = plugin.options_schema();
            let known = schema.get("properties").and_then(Value::as_object);
            for (option, setting) in options {
                let (origin, plugin_name, value) = (setting.origin.clone(), name.clone(), setting.value.to_string());
                if !known.is_some_and(|known| known.contains_key(option)) {
                    let nearest = nearest(option, known.into_iter().flat_map(|k| k.keys().map(String::as_str)));
                    return Err(SettingsError::UnknownOption {
                        origin,
                        plugin: plugin_name,
                        option: option.clone(),
                        value,
                        nearest,
                    });
                }
                let alone = Value::Object([(option.clone(), setting.value.clone())].into_iter().collect());
                (plugin.defaults)(alone).map_err(|message| SettingsError::BadValue {
                    origin,
                    plugin: plugin_name,
                    option: option.clone(),
                    value,
                    message,
                })?;
            }
        }
        Ok(())
    }

    /// The options of one plugin, as its `Options` reads them.
    pub(crate) fn of(&self, plugin: &str) -> Value {
        let options = self.options.get(plugin).into_iter().flatten();
        Value::Object(options.map(|(option, setting)| (option.clone(), setting.value.clone())).collect())
    }
}

fn json(value: &DeValue<'_>) -> Value {
    match value {
        DeValue::String(s) => Value::String(s.to_string()),
        DeValue::Integer(i) => {
            let whole = i64::from_str_radix(i.as_str(), i.radix()).map(Value::from);
            whole.unwrap_or_else(|_| Value::String(i.as_str().to_owned()))
        }
        DeValue::Float(f) => {
            f.as_str().parse().map(Value::Number).unwrap_or_else(|_| Value::String(f.as_str().to_owned()))
        }
        DeValue::Boolean(b) => Value::Bool(*b),
        DeValue::Datetime(d) => Value::String(d.to_string()),
        DeValue::Array(a) => Value::Array(a.iter().map(|v| json(v.get_ref())).collect()),
        DeValue::Table(t) => {
            Value::Object(t.iter().map(|(k, v)| (k.get_ref().to_string(), json(v.get_ref()))).collect())
        }
    }
}
