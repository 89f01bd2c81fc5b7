//! The page of cases, and what must hold for any text.

#![allow(clippy::unwrap_used)]

use copydesk_core::{Article, Engine, Offsets, Span, cases};
use copydesk_dates::Dates;
use copydesk_figures::{Bound, Change, Figure, Figures, Kind};
use copydesk_masthead::Mastheads;
use copydesk_zones::Zones;
use num2words::Num2Words;
use proptest::prelude::*;

fn engine() -> Engine {
    let builder = Engine::builder().analyzer::<Zones>().analyzer::<Mastheads>();
    builder.analyzer::<Dates>().analyzer::<Figures>().build().unwrap()
}

fn word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn say(figure: &Figure, rule: &str) -> String {
    let amount = match (figure.value, figure.low, figure.high, &figure.parts) {
        (.., Some(parts)) => parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" : "),
        (Some(value), ..) => value.to_string(),
        (None, low, high, _) => format!("{}..{}", low.unwrap(), high.unwrap()),
    };
    let fraction = figure.numerator.zip(figure.denominator).map_or(String::new(), |(n, d)| format!(" = {n}/{d}"));
    let unit = figure.unit.as_ref().map_or(String::new(), |unit| format!(" {unit}"));
    let per = figure.per.as_ref().map_or(String::new(), |per| format!(" / {per}"));
    let points = if figure.points { " points" } else { "" };
    let bound = if figure.bound == Bound::Exact { String::new() } else { format!("{} ", word(&figure.bound)) };
    let change = figure.change.map_or(String::new(), |change| format!(", {}", word(&change)));
    let counted = figure.counted.as_ref().map_or("-", |counted| &counted.text);
    format!("{} {bound}{amount}{fraction}{unit}{points}{per}{change} | {counted} | {rule}", word(&figure.kind))
}

fn found(article: &Article) -> Vec<(Span, String)> {
    let engine = engine();
    let analysis = engine.read(article);
    for skip in analysis.skipped() {
        assert!(!skip.why.is_fault(), "{} in {:?}: {}", skip.plugin, article.text, skip.why);
    }
    let mut all: Vec<_> =
        analysis.of::<Figure>().iter().map(|found| (found.span.unwrap(), say(&found.data, found.rule))).collect();
    for record in
        analysis.records().into_iter().filter(|record| record.plugin == "figures" && record.kind == "set-aside")
    {
        let json = record.json(&Offsets::Bytes);

        all.push((record.span.unwrap(), format!("set-aside {}", json["data"]["as"].as_str().unwrap())));
    }
    all
}

fn figures(text: &str) -> Vec<Figure> {
    let article = Article::new("t", text);
    engine().read(&article).of::<Figure>().iter().map(|found| found.data.clone()).collect()
}

#[test]
fn the_page_of_cases() {
    cases::check(include_str!("cases.md"), found);
}

fn grouped(n: u64, sign: &str) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(sign);
        }
        out.push(digit);
    }
    out
}

/// Words at which rules turn.
const TRIGGERS: [&str; 102] = [
    "one",
    "two-thirds",
    "half",
    "a",
    "million",
    "thousands",
    "of",
    "the",
    "$",
    "US",
    "€",
    "12",
    "3.5",
    "1,000",
    "/",
    "-",
    "–",
    "%",
    "percent",
    "points",
    "between",
    "and",
    "from",
    "to",
    "more than",
    "at least",
    "some",
    "about",
    "soldiers",
    "aged",
    ",",
    ".",
    "(",
    ")",
    "May",
    "2031",
    "11:30",
    "a.m.",
    "No.",
    "Article",
    "News",
    "km",
    "h",
    "feet",
    "inches",
    "per",
    "year",
    "-year-old",
    "old",
    "first",
    "second",
    "third",
    "½",
    "²",
    "１２",
    "×10",
    "e9",
    "double",
    "twice as many",
    "dozens",
    "in",
    "out of",
    "+1",
    "555-0142",
    "odd",
    "plus",
    "below zero",
    "a third",
    "(1)",
    "(2)",
    "twenties",
    "her",
    "crore",
    "lakh",
    "10x",
    "by",
    "rose",
    "whopping",
    "over",
    "under",
    "or younger",
    "10-K",
    "020",
    "whom",
    "including",
    "on the",
    "scale",
    "minus",
    "±",
    "×10",
    "³",
    "⁄",
    "plus or",
    "for",
    "more",
    "_",
    "&",
    "dozen",
    "head",
    "six-figure",
    "zero in on",
    "“",
];

proptest! {
    #[test]
    fn any_text_is_read(text in ".{0,400}") {
        found(&Article::new("any", text));
    }

    #[test]
    fn any_row_of_triggers_is_read(words in prop::collection::vec(prop::sample::select(&TRIGGERS[..]), 0..40), glue in "[ \n]?") {
        let article = Article::new("any", words.join(&glue));
        let engine = engine();
        let analysis = engine.read(&article);
        for skip in analysis.skipped() {
            prop_assert!(!skip.why.is_fault(), "{} in {:?}: {}", skip.plugin, article.text, skip.why);
        }
        let mut last = 0;
        for found in analysis.of::<Figure>() {
            let span = found.span.unwrap();
            prop_assert!(span.start >= last && !span.is_empty(), "{:?} overlaps in {:?}", span, article.text);
            last = span.end;
            prop_assert!(found.data.low.is_none_or(|low| found.data.high.is_none_or(|high| low <= high)), "{:?}", article.text);
        }
    }

    #[test]
    fn a_number_in_words_is_that_number(n in (0_u32..50).prop_flat_map(|bits| 0..=1_u64 << bits)) {
        let found = figures(&format!("They counted {} stones there.", cases::spelled(n)));
        prop_assert_eq!(found.len(), 1, "{}", cases::spelled(n));
        prop_assert_eq!(found[0].value, Some((n as i64).into()), "{}", cases::spelled(n));
    }

    #[test]
    fn what_num2words_spells_is_that_number(n in (0_u32..50).prop_flat_map(|bits| 0..=1_i64 << bits)) {
        let words = Num2Words::new(n).to_words().unwrap();
        let found = figures(&format!("They counted {words} stones there."));
        prop_assert_eq!(found.len(), 1, "{}", words);
        prop_assert_eq!(found[0].value, Some(n.into()), "{}", words);
    }

    #[test]
    fn a_decimal_in_words_is_that_decimal(n in 0_i64..100_000, scale in 1_u32..4, digit in 1_i64..10) {
        // The last digit is no nought, which words would not tell.
        let digits = format!("{:0width$}", n * 10 + digit, width = scale as usize + 2);
        let (whole, part) = digits.split_at(digits.len() - scale as usize - 1);
        let spoken: Vec<_> = part.bytes().map(|d| Num2Words::new(i64::from(d - b'0')).to_words().unwrap()).collect();
        let words = format!("{} point {}", Num2Words::new(whole.parse::<i64>().unwrap()).to_words().unwrap(), spoken.join(" "));
        let found = figures(&format!("They measured {words} metres there."));
        prop_assert_eq!(found.len(), 1, "{}", words);
        let value: copydesk_core::Exact = format!("{whole}.{part}").parse().unwrap();
        prop_assert_eq!(found[0].value.map(|v| v.to_string()), Some(value.to_string()), "{}", words);
    }

    #[test]
    fn an_ordinal_in_words_is_that_ordinal(n in 4_i64..1000) {
        let words = Num2Words::new(n).ordinal().to_words().unwrap();
        let found = figures(&format!("It was the {words} test there."));
        prop_assert_eq!(found.len(), 1, "{}", words);
        prop_assert_eq!((found[0].kind, found[0].value), (Kind::Ordinal, Some(n.into())), "{}", words);
    }

    #[test]
    fn lakhs_and_crores_are_grouped_in_twos(n in 100_000_u64..=1_000_000_000_000) {
        let digits = n.to_string();
        let (head, tail) = digits.split_at(digits.len() - 3);
        let mut groups: Vec<String> =
            head.as_bytes().rchunks(2).map(|pair| String::from_utf8(pair.to_vec()).unwrap()).collect();
        groups.reverse();
        let text = format!("They counted {},{tail} stones there.", groups.join(","));
        prop_assert_eq!(figures(&text).first().and_then(|f| f.value), Some((n as i64).into()), "{}", text);
    }

    #[test]
    fn signs_and_scales_do_not_touch_the_digits(n in 1_i64..1000, tenth in 0_i64..10, scale in 0_usize..4, sign in 0_usize..5) {
        let (name, power) = [("million", 6_u32), ("bn", 9), ("thousand", 3), ("tn", 12)][scale];
        let (sign, code) = [("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("HK$", "HKD"), ("Rs ", "INR")][sign];
        let gap = if power == 9 || power == 12 { "" } else { " " };
        let text = format!("It cost {sign}{n}.{tenth}{gap}{name} there.");
        let found = figures(&text);
        prop_assert_eq!(found.len(), 1, "{}", text);
        let value = (n * 10 + tenth) * 10_i64.pow(power - 1);
        prop_assert_eq!((found[0].value, found[0].unit.as_deref()), (Some(value.into()), Some(code)), "{}", text);
    }

    #[test]
    fn an_exponent_in_raised_digits_is_that_power(n in 1_i64..1000, power in 0_u32..12) {
        let raised: String = power.to_string().bytes().filter_map(|d| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(usize::from(d - b'0'))).collect();
        for text in [format!("They counted {n}×10{raised} stones."), format!("They counted {n}e{power} stones.")] {
            let found = figures(&text);
            prop_assert_eq!(found.first().and_then(|f| f.value), Some((n * 10_i64.pow(power)).into()), "{}", text);
        }
    }

    #[test]
    fn digits_of_no_known_style_have_no_value(a in 1_u32..1000, b in 0_u32..10, c in 0_u32..10_000) {
        for text in [format!("They counted {a},{b} stones."), format!("They paid ${a},{b}."), format!("They counted {a}_{c:03} stones.")] {
            prop_assert_eq!(figures(&text), [], "{}", text);
        }
    }

    #[test]
    fn a_number_in_digits_is_that_number(n in 10_000_u64..=1_000_000_000_000_000, cents in 0_u32..100) {
        let points = format!("They counted {}.{cents:02} stones there.", grouped(n, ","));
        let value = figures(&points)[0].value;
        prop_assert_eq!(value.map(|v| v.to_string()), Some(format!("{n}.{cents:02}").parse::<copydesk_core::Exact>().unwrap().to_string()));
        for sign in [",", "\u{a0}", "\u{202f}", "\u{2009}", "'", "’"] {
            let found = figures(&format!("They counted {} stones there.", grouped(n, sign)));
            prop_assert_eq!(found.first().and_then(|f| f.value), Some((n as i64).into()), "{}", grouped(n, sign));
        }
        if n >= 1_000_000 {
            let found = figures(&format!("They counted {} stones there.", grouped(n, ".")));
            prop_assert_eq!(found.first().and_then(|f| f.value), Some((n as i64).into()));
        }
    }
}

/// Rows that make a reader look far ahead, again from each of their parts, where it has no bound.
const ROWS: [&str; 40] = [
    "111'111'",
    "1,1,",
    "1'1'",
    "5 and ",
    "(1) x ",
    ".40 and ",
    "Ann 5, ",
    "6 crore 5 lakh ",
    "12 500 ",
    "000 ",
    "over 5 ",
    "½",
    "1 ½ ",
    "one hundred and ",
    "million ",
    "dozen ",
    "$",
    "-",
    "7",
    "0",
    "1.1.1.",
    "111.111.",
    "three out of ",
    "between 5 and ",
    "5 of the ",
    "5 to ",
    "twenty-",
    "one of the ",
    "5/",
    "5:",
    "+1 ",
    "555-",
    "5 km ",
    "rose to 5 ",
    "5 points ",
    "less than 5 and more than ",
    "2-1/2 ",
    "3-for-",
    "5 ± ",
    "a million, two ",
];

#[test]
fn rows_without_end_are_read_to_their_end() {
    /// So many bytes has the shorter of two rows.
    const SHORT: usize = 20_000;
    for row in ROWS {
        let count = |bytes: usize| figures(&row.repeat(bytes / row.len())).len();
        let (short, long) = (count(SHORT), count(2 * SHORT));
        // A row has no place where its reading changes: twice the row gives twice the figures, but for its ends and for what is no
        // prose any more (so many digits without a space).
        assert!(long.abs_diff(2 * short) <= 2 + short / 10 || short < 100, "{row:?}: {short} figures, then {long}");
    }
}

#[test]
fn a_number_of_four_hundred_digits_is_left_alone() {
    let digits = "9".repeat(400);
    assert_eq!(figures(&format!("They counted {digits} stones, or 1{} stones.", ",000".repeat(40))), []);
}

#[test]
fn near_synonyms_make_one_claim() {
    use copydesk_core::Finding;
    let about = |text| figures(text)[0].claim().unwrap().about;
    assert_eq!(about("Some 4,600 troops crossed."), about("Around 4,000 Kestrian soldiers crossed."));
    assert_eq!(about("At least 17 people died."), about("17 persons died."));
    assert_ne!(about("17 lorries sank."), about("17 people sank."));
}

#[test]
fn kinds_and_directions_are_said_as_the_record_says_them() {
    let figure = &figures("Shares rose 3 percent.")[0];
    assert_eq!((figure.kind, figure.change), (Kind::Percent, Some(Change::Up)));
}
