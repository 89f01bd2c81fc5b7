//! A pile of any size: events of one to forty articles each, with what makes comparing dear.
//!
//! An event has names, a day and a toll of its own. Its articles are an agency's story reprinted with cuts, or a newsroom's own; a quarter of all
//! figures are of an earlier state; every outlet closes with the same furniture, week after week.
//!
//! ```
//! use copydesk_benches::pile;
//! let articles: Vec<_> = pile(2_000).collect();
//! let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
//! assert!((1_800..2_200).contains(&(bytes / articles.len())), "{} bytes an article", bytes / articles.len());
//! assert!(articles.iter().zip(pile(2_000)).all(|(one, two)| *one == two));
//! ```

use crate::Dice;
use crate::events::{AGENCIES, ASIDE, FURNITURE, ITEMS, OUTLETS, SYLLABLES, THEMES};
use copydesk_core::Article;

/// The days that the pile is spread over: a year, so that furniture recurs in many weeks.
const DAYS: u64 = 365;
/// Sentences of an agency's story, fewest and most.
const SENTENCES: (u64, u64) = (16, 19);
/// Of so many sentences of the agency's story a reprint leaves out one.
const CUT: u64 = 6;

/// The first `count` articles of the one endless pile. They come shuffled: a crawl is not sorted by event.
pub fn pile(count: usize) -> impl Iterator<Item = Article> {
    // As many events as give so many articles; the last one is cut short.
    let mut articles: Vec<(u64, u64)> = Vec::with_capacity(count);
    for event in 0.. {
        articles.extend((0..size(event)).map(|number| (event, number)));
        if articles.len() >= count {
            break;
        }
    }
    articles.truncate(count);
    articles.sort_by_key(|&(event, number)| Dice(event << 8 | number).roll());
    articles.into_iter().map(|(event, number)| Event::new(event).article(number))
}

/// How many articles an event has: half of all events have one or two, one in ten has up to forty.
fn size(event: u64) -> u64 {
    let mut dice = Dice(event ^ 0x5CA1E);
    match dice.between((0, 9)) {
        0..=4 => dice.between((1, 2)),
        5..=8 => dice.between((3, 10)),
        _ => dice.between((11, 40)),
    }
}

/// What all articles on one event have in common.
struct Event {
    number: u64,
    day: u64,
    theme: &'static [&'static str],
    names: Vec<String>,
    toll: u64,
    sum: u64,
}

impl Event {
    fn new(number: u64) -> Self {
        let mut dice = Dice(number << 20);
        Self {
            number,
            day: dice.between((0, DAYS - 1)),
            theme: THEMES.get(dice.between((0, THEMES.len() as u64 - 1)) as usize).copied().unwrap_or_default(),
            names: (0..8).map(|_| name(&mut dice)).collect(),
            toll: dice.between((3, 60)),
            sum: dice.between((100, 999)),
        }
    }

    fn article(&self, number: u64) -> Article {
        let mut dice = Dice(self.number << 20 | (number + 1) << 8);
        let agency = AGENCIES.get(dice.between((0, 2)) as usize).copied().unwrap_or_default();
        let wire = number > 0 && dice.between((0, 2)) == 0;
        let day = self.day + dice.between((0, 3)) / 2;
        // An earlier state of the toll.
        let toll = if dice.between((0, 3)) == 0 { self.toll / 2 + 1 } else { self.toll };
        let mut text =
            format!("{} after {} in {}\n\n", self.fill("{noun}", toll, day, &mut dice), self.name(2), self.name(3));
        text.push_str(&format!("{}, {} ({}) - ", self.name(3), date(day), if wire { agency } else { "Staff" }));
        // The agency's story has the dice of its event and agency alone; who reprints it leaves something out.
        let mut writing = if wire { Dice(self.number << 20 | agency.len() as u64) } else { Dice(dice.roll()) };
        for sentence in 0..writing.between(SENTENCES) {
            let of_event = writing.between((0, 2)) > 0;
            let templates = if of_event { self.theme } else { ASIDE };
            let template = templates.get(writing.between((0, templates.len() as u64 - 1)) as usize).copied();
            let told = self.fill(template.unwrap_or_default(), toll, if wire { self.day } else { day }, &mut writing);
            if wire && dice.between((1, CUT)) == 1 {
                continue;
            }
            text.push_str(&told);
            text.push_str(if sentence % 2 == 0 { " " } else { "\n\n" });
        }
        if wire {
            text.push_str(&format!("\n\n({agency})\n"));
        }
        let outlet = dice.between((0, OUTLETS.len() as u64 - 1)) as usize;
        let outlet = OUTLETS.get(outlet).copied().unwrap_or_default();
        text.push_str(&format!(
            "\n\n{} {}\n",
            outlet,
            FURNITURE.get(outlet.len() % FURNITURE.len()).copied().unwrap_or_default()
        ));
        let id = format!("{:05}-{number:02}", self.number);
        Article::new(id, text).published(iso(day)).outlet(outlet)
    }

    fn name(&self, i: usize) -> &str {
        self.names.get(i).map_or("", String::as_str)
    }

    /// Fills a sentence: names and figures of the event, other words by the dice.
    fn fill(&self, template: &str, toll: u64, day: u64, dice: &mut Dice) -> String {
        let mut text = String::with_capacity(template.len() + 40);
        for (i, part) in template.split(['{', '}']).enumerate() {
            if i % 2 == 0 {
                text.push_str(part);
                continue;
            }
            match part {
                "person" => text.push_str(&format!("{} {}", self.name(0), self.name(1))),
                "other" => text.push_str(&format!("{} {}", self.name(6), self.name(7))),
                "last" => text.push_str(self.name(1)),
                "body" => text.push_str(&format!("the {} Council", self.name(2))),
                "town" => text.push_str(self.name(3)),
                "river" => text.push_str(self.name(4)),
                "firm" => text.push_str(&format!("{} Works", self.name(5))),
                "toll" => text.push_str(&toll.to_string()),
                "sum" => text.push_str(&self.sum.to_string()),
                "date" => text.push_str(&date(day)),
                "weekday" => text.push_str(weekday(day)),
                "small" => text.push_str(&dice.between((11, 99)).to_string()),
                "year" => text.push_str(&dice.between((1991, 2030)).to_string()),
                "noun" => {
                    let noun = ITEMS.get(dice.between((0, ITEMS.len() as u64 - 1)) as usize);
                    text.push_str(noun.copied().unwrap_or_default());
                }
                _ => {}
            }
        }
        text
    }
}

/// A made-up name: enough of them that two events seldom share one.
fn name(dice: &mut Dice) -> String {
    let mut name: String = (0..3).map(|_| dice.pick(SYLLABLES)).collect();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

/// Months of a common year with their days.
const MONTHS: [(&str, u64); 12] = [
    ("January", 31),
    ("February", 28),
    ("March", 31),
    ("April", 30),
    ("May", 31),
    ("June", 30),
    ("July", 31),
    ("August", 31),
    ("September", 30),
    ("October", 31),
    ("November", 30),
    ("December", 31),
];

/// The month, from 0, and the day of the month of a day of the year 2031, or of the one behind it.
fn of_year(day: u64) -> (u64, usize, u64) {
    let (year, mut rest) = (2031 + day / DAYS, day % DAYS);
    for (month, (_, days)) in MONTHS.iter().enumerate() {
        if rest < *days {
            return (year, month, rest + 1);
        }
        rest -= days;
    }
    (year, 0, 1)
}

fn date(day: u64) -> String {
    let (_, month, day) = of_year(day);
    format!("{} {day}", MONTHS.get(month).map_or("", |month| month.0))
}

fn iso(day: u64) -> String {
    let (year, month, day) = of_year(day);
    format!("{year}-{:02}-{day:02}", month + 1)
}

/// 2031 begins on a Wednesday.
fn weekday(day: u64) -> &'static str {
    const WEEK: [&str; 7] = ["Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday"];
    WEEK.get(day as usize % 7).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_dates() {
        assert_eq!((iso(0), date(58), weekday(5)), ("2031-01-01".to_owned(), "February 28".to_owned(), "Monday"));
        assert_eq!(iso(366), "2032-01-02");
    }

    #[test]
    fn every_slot_is_filled() {
        for article in pile(300) {
            assert!(!article.text.contains(['{', '}']), "{}", article.text);
        }
        let event = Event::new(1);
        for template in THEMES.iter().copied().flatten().chain(ASIDE) {
            for slot in template.split(['{', '}']).skip(1).step_by(2) {
                let filled = event.fill(&format!("{{{slot}}}"), 1, 1, &mut Dice(1));
                assert!(!filled.is_empty(), "{{{slot}}} in {template:?} is never filled");
            }
        }
    }
}
