//! Exact decimal numbers: from the text to the record without a binary float.

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::{borrow::Cow, fmt, str::FromStr};

/// An exact decimal of up to 28 significant digits, printed as a JSON number token without trailing zeros.
///
/// ```
/// use copydesk_core::Exact;
/// let figure: Exact = "11000.50".parse().unwrap();
/// assert_eq!(figure.to_string(), "11000.5");
/// assert_eq!(serde_json::to_string(&figure).unwrap(), "11000.5");
/// assert!("1e999".parse::<Exact>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(pub Decimal);

impl Exact {
    /// `self * other`, or `None` where the product has more digits than an exact number can hold.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        self.0.checked_mul(other.0).map(Self)
    }

    /// `self + other`, or `None` on overflow.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// `self - other`, or `None` on overflow.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// So many per cent of it, or `None` on overflow.
    #[must_use]
    pub fn percent(self, percent: i64) -> Option<Self> {
        self.times(Self(Decimal::new(percent, 2)))
    }

    /// Half a unit of its `digit`th significant digit: how far off a figure may be that was rounded to so many digits.
    ///
    /// ```
    /// use copydesk_core::Exact;
    /// assert_eq!(Exact::from(11_000).half_unit(2).to_string(), "500");
    /// assert_eq!(Exact::from(240).half_unit(2).to_string(), "5");
    /// ```
    #[must_use]
    pub fn half_unit(self, digit: u32) -> Self {
        let mut unit = Decimal::ONE;
        let size = self.0.abs();
        while unit <= size / Decimal::TEN {
            unit *= Decimal::TEN;
        }
        while !size.is_zero() && unit > size {
            unit /= Decimal::TEN;
        }
        (1..digit).for_each(|_| unit /= Decimal::TEN);
        Self(unit / Decimal::TWO)
    }

    /// The value as a whole number, where it is one and fits.
    #[must_use]
    pub fn whole(self) -> Option<i64> {
        if self.0.fract().is_zero() { self.0.trunc().try_into().ok() } else { None }
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self(Decimal::from(whole))
    }
}

/// The text is no plain decimal number, or it has more digits than an exact number can hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an exact decimal number: {0:?}")]
pub struct NotExact(String);

impl FromStr for Exact {
    type Err = NotExact;

    fn from_str(text: &str) -> Result<Self, NotExact> {
        Decimal::from_str_exact(text).map(Self).map_err(|_| NotExact(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.normalize().fmt(f)
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !serializer.is_human_readable() {
            return self.0.serialize().serialize(serializer);
        }
        serde_json::Number::from_str(&self.to_string()).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return <[u8; 16]>::deserialize(deserializer).map(|bytes| Self(Decimal::deserialize(bytes)));
        }
        serde_json::Number::deserialize(deserializer)?.to_string().parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for Exact {
    fn schema_name() -> Cow<'static, str> {
        "Exact".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number", "description": "An exact decimal of up to 28 significant digits"})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_survive_the_record_to_the_last_digit() {
        for text in ["0.1", "12345678901234567890.12345678", "-7", "1e999", "NaN"] {
            let Ok(number) = text.parse::<Exact>() else {
                assert!(["1e999", "NaN"].contains(&text));
                continue;
            };
            let json = serde_json::to_string(&number).unwrap();
            assert_eq!(json, text);
            assert_eq!(serde_json::from_str::<Exact>(&json).unwrap(), number);
        }
    }
}
