//! Values as people and the record have them.

use copydesk_core::Value;
use jiff::civil::Date;
use serde_json::json;

/// A value as the record has it.
pub(crate) fn printed(value: &Value) -> serde_json::Value {
    match value {
        Value::Days { earliest, latest } => json!(interval(*earliest, *latest)),
        Value::Amount { low: Some(one), high: None, .. } | Value::Amount { low: None, high: Some(one), .. } => {
            json!(one)
        }
        Value::Amount { low, high, .. } if low == high => json!(low),
        Value::Amount { low, high, .. } => json!([low, high]),
        Value::Word(word) => json!(word),
    }
}

/// A day, a month or a year as such, any other interval by its ends, as ISO 8601 has them.
#[must_use]
pub fn interval(earliest: Date, latest: Date) -> String {
    if earliest == latest {
        return earliest.to_string();
    }
    if earliest.day() == 1 && latest == latest.last_of_month() {
        if earliest.first_of_month() == latest.first_of_month() {
            return format!("{:04}-{:02}", earliest.year(), earliest.month());
        }
        if earliest.month() == 1 && latest.month() == 12 && earliest.year() == latest.year() {
            return format!("{:04}", earliest.year());
        }
    }
    format!("{earliest}/{latest}")
}
