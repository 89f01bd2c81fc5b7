//! Toy plugins: what the house promises is tried on them.

use copydesk_core::{
    AcrossSink, Analyzer, Claim, Class, Comparer, Confidence, Earlier, Emit, EveryClaim, Evidence, Exact, Finding,
    Given, Merged, NoOptions, OptionsError, Reading, Rule, Sink, Value,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

const RULES: &[Rule] = &[Rule { name: "toy", doc: "For tests." }];

/// A number and the word behind it: "40 boats".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Count {
    pub number: i64,
    pub of: String,
}

impl Finding for Count {
    const KINDS: &'static [&'static str] = &["count"];

    fn sentence(&self, quoted: &[&str]) -> String {
        format!("“{}” counts {}", quoted.first().unwrap_or(&""), self.of)
    }
    fn claim(&self) -> Option<Claim> {
        let amount = Some(Exact::from(self.number));
        let value = Value::Amount { low: amount, high: amount, unit: None, approximate: false };
        Some(Claim { on: "count".to_owned(), about: self.of.clone(), value })
    }
}

/// Finds counts. It stumbles over the word "stumble" and never ends over the word "forever".
pub struct Counts;

impl Analyzer for Counts {
    const NAME: &'static str = "counts";
    const RULES: &'static [Rule] = RULES;
    type Options = NoOptions;
    type Requires = ();
    type Output = Count;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn analyze(&self, reading: &Reading<'_>, _: Given<'_, ()>, found: &mut Sink<'_, Count>) {
        for i in 0..reading.tokens().len() {
            match reading.lower(i) {
                "stumble" => panic!("a toy stumbles over byte {}", reading.token(i).start),
                "forever" => loop {
                    found.step(1);
                },
                _ => {}
            }
            if reading.is(i, Class::DIGITS)
                && let Ok(number) = reading.raw(i).parse()
            {
                let count = Count { number, of: reading.lower(i + 1).to_owned() };
                found.push(reading.span(i..i + 2), "toy", Confidence::High, count);
            }
        }
    }
}

/// A count of more than a hundred.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Crowd {}

impl Finding for Crowd {
    const KINDS: &'static [&'static str] = &["crowd"];

    fn sentence(&self, _: &[&str]) -> String {
        "a crowd".to_owned()
    }
}

/// Builds on [`Counts`].
pub struct Crowds;

impl Analyzer for Crowds {
    const NAME: &'static str = "crowds";
    const RULES: &'static [Rule] = RULES;
    type Options = NoOptions;
    type Requires = (Count,);
    type Output = Crowd;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn analyze(&self, _: &Reading<'_>, given: Given<'_, (Count,)>, found: &mut Sink<'_, Crowd>) {
        for count in given.columns.0.iter().filter(|count| count.data.number > 100) {
            if let Some(span) = count.span {
                found.push(span, "toy", Confidence::High, Crowd {});
            }
        }
    }
}

/// A word in capitals; requires nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Shout {}

impl Finding for Shout {
    const KINDS: &'static [&'static str] = &["shout"];

    fn sentence(&self, _: &[&str]) -> String {
        "a shout".to_owned()
    }
}

/// Finds shouts.
pub struct Shouts;

impl Analyzer for Shouts {
    const NAME: &'static str = "shouts";
    const RULES: &'static [Rule] = RULES;
    type Options = NoOptions;
    type Requires = ();
    type Output = Shout;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn analyze(&self, reading: &Reading<'_>, _: Given<'_, ()>, found: &mut Sink<'_, Shout>) {
        for token in reading.tokens().iter().filter(|token| token.class.any(Class::UPPER)) {
            found.push(token.span(), "toy", Confidence::High, Shout {});
        }
    }
}

/// What the articles say of one thing: their values, each with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Lined {
    pub about: String,
    pub values: Vec<Value>,
}

impl Finding for Lined {
    const KINDS: &'static [&'static str] = &["lined"];

    fn sentence(&self, quoted: &[&str]) -> String {
        format!("{}: {}", self.about, quoted.join(" | "))
    }
}

/// Lines up claims of kinds that it has never heard of. It stumbles over two articles that claim things about "thunder".
pub struct Lines;

impl Comparer for Lines {
    const NAME: &'static str = "lines";
    const RULES: &'static [Rule] = RULES;
    type Options = NoOptions;
    type Requires = (EveryClaim,);
    type After = ();
    type Partial = BTreeSet<(Value, Evidence)>;
    type Output = Lined;

    fn new(_: NoOptions) -> Result<Self, OptionsError> {
        Ok(Self)
    }

    fn map(&self, reading: &Reading<'_>, given: Given<'_, Self::Requires>, emit: &mut Emit<Self::Partial>) {
        for claimed in given.columns.0 {
            let evidence = reading.cite(claimed.span, claimed.plugin);
            emit.emit(claimed.claim.about, BTreeSet::from([(claimed.claim.value, evidence)]));
        }
    }

    fn conclude(&self, merged: Merged<Self::Partial>, _: Earlier<'_, ()>, found: &mut AcrossSink<Lined>) {
        for (about, sides) in merged {
            assert_ne!(about, "thunder", "a toy stumbles in the end");
            let (values, evidence): (Vec<Value>, Vec<Evidence>) = sides.into_iter().unzip();
            found.push(evidence, "toy", Confidence::High, Lined { about, values });
        }
    }
}
