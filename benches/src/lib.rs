//! What the benchmarks read: a corpus of any size, made up from nothing but numbers.
//!
//! The same call gives the same articles on any machine, so that two figures are of one text. No sentence is from a real article:
//! templates of five genres of news, filled with invented names. A genre has its own balance of work: a dispatch has a date in
//! every second line, a transcript is half quotation, a page with a ticker is half furniture.
//!
//! ```
//! use copydesk_benches::{Genre, corpus};
//! let articles = corpus(&Genre::ALL, 100_000);
//! let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
//! assert!((100_000..110_000).contains(&bytes));
//! assert_eq!(articles, corpus(&Genre::ALL, 100_000));
//! ```

mod events;
mod pile;
mod templates;

pub use pile::pile;

// The program's list of plugins is the list of what is measured.
use copydesk as _;
use copydesk_core::Article;
use templates::{BACKGROUND, HEADLINES, WORDS};

/// A kind of article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Genre {
    /// An agency's dispatch: dateline, short paragraphs, attributions.
    Newswire,
    /// A broadcast with labels and sound bites in brackets.
    Transcript,
    /// A story under a table of share prices.
    Ticker,
    /// Nearly every sentence quotes somebody.
    Quotes,
    /// Results, budgets, measurements.
    Figures,
}

impl Genre {
    /// Every genre.
    pub const ALL: [Self; 5] = [Self::Newswire, Self::Transcript, Self::Ticker, Self::Quotes, Self::Figures];

    /// Its name in the tables.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Newswire => "newswire",
            Self::Transcript => "transcript",
            Self::Ticker => "ticker",
            Self::Quotes => "quotes",
            Self::Figures => "figures",
        }
    }

    /// What stands between its headline and its story.
    const fn opening(self) -> &'static str {
        match self {
            Self::Newswire => "{place}, {month} {day} ({agency}) - ",
            Self::Transcript => "[Anchor]\n\n",
            Self::Ticker | Self::Quotes | Self::Figures => "By {person}\n\n",
        }
    }

    /// The sentences that make it what it is.
    const fn sentences(self) -> &'static [&'static str] {
        match self {
            Self::Newswire | Self::Ticker => templates::NEWSWIRE,
            Self::Transcript => templates::TRANSCRIPT,
            Self::Quotes => templates::QUOTES,
            Self::Figures => templates::FIGURES,
        }
    }
}

/// Articles of these genres in turn, of `bytes` of text in all, or a little more.
#[must_use]
pub fn corpus(genres: &[Genre], bytes: usize) -> Vec<Article> {
    let mut have = 0;
    let articles = genres.iter().cycle().zip(0..).map(|(genre, number)| article(*genre, number));
    articles
        .take_while(|article| {
            let more = have < bytes;
            have += article.text.len();
            more
        })
        .collect()
}

/// Paragraphs of an article, fewest and most: 1 to 6 kB, as news stories have.
const PARAGRAPHS: (u64, u64) = (8, 32);
/// Sentences of a paragraph, fewest and most.
const SENTENCES: (u64, u64) = (1, 3);
/// Rows of a ticker.
const ROWS: usize = 14;

/// One article; the same genre and number give the same text.
#[must_use]
pub fn article(genre: Genre, number: u64) -> Article {
    let mut writer = Writer { dice: Dice(number << 3 | genre as u64), text: String::new() };
    writer.one_of(HEADLINES);
    writer.text.push_str("\n\n");
    if genre == Genre::Ticker {
        for _ in 0..ROWS {
            writer.fill("{organisation}\t{small}.{day}\t+{digit}.{day}%\n");
        }
        writer.text.push('\n');
    }
    writer.fill(genre.opening());
    for _ in 0..writer.dice.between(PARAGRAPHS) {
        for _ in 0..writer.dice.between(SENTENCES) {
            // A third of any story is background.
            let background = writer.dice.between((0, 2)) == 0;
            writer.one_of(if background { BACKGROUND } else { genre.sentences() });
            writer.text.push(' ');
        }
        writer.text.pop();
        writer.text.push_str("\n\n");
    }
    Article::new(format!("{}-{number:05}", genre.name()), writer.text)
}

/// Fills templates.
struct Writer {
    dice: Dice,
    text: String,
}

impl Writer {
    fn one_of(&mut self, templates: &'static [&'static str]) {
        let template = self.dice.pick(templates);
        self.fill(template);
    }

    /// Writes a template, each `{slot}` filled with one of its words, or with a number.
    fn fill(&mut self, template: &'static str) {
        for (i, part) in template.split(['{', '}']).enumerate() {
            if i % 2 == 0 {
                self.text.push_str(part);
                continue;
            }
            let number = match part {
                "digit" => (2, 9),
                "day" => (10, 28),
                "small" => (11, 99),
                "big" => (100, 999),
                "year" => (1991, 2039),
                _ => {
                    let words = WORDS.iter().find(|(slot, _)| *slot == part).map_or(&[][..], |(_, words)| words);
                    self.text.push_str(self.dice.pick(words));
                    continue;
                }
            };
            self.text.push_str(&self.dice.between(number).to_string());
        }
    }
}

/// `SplitMix64`: eight lines that give the same numbers on every machine and in every version.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from the first to the last.
    fn between(&mut self, (first, last): (u64, u64)) -> u64 {
        first + self.roll() % (last - first + 1)
    }

    fn pick(&mut self, words: &'static [&'static str]) -> &'static str {
        let i = self.roll() as usize % words.len().max(1);
        words.get(i).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slot_is_filled_in_every_genre() {
        for genre in Genre::ALL {
            for number in 0..200 {
                let article = article(genre, number);
                assert!(!article.text.contains(['{', '}']), "{}", article.text);
                assert!((600..9_000).contains(&article.text.len()), "{} has {} bytes", article.id, article.text.len());
            }
        }
        for template in [HEADLINES, BACKGROUND].into_iter().chain(Genre::ALL.map(Genre::sentences)).flatten() {
            for slot in template.split(['{', '}']).skip(1).step_by(2) {
                let known = WORDS.iter().any(|(name, words)| *name == slot && !words.is_empty());
                let number = ["digit", "day", "small", "big", "year"].contains(&slot);
                assert!(known || number, "{{{slot}}} in {template:?} is never filled");
            }
        }
    }

    #[test]
    fn every_plugin_is_linked() {
        let plugins = copydesk_core::Plugin::registered();
        let formats = copydesk_core::Format::registered();
        let readers = formats.iter().map(|format| format.name);
        let linked: Vec<&str> = plugins.iter().map(|plugin| plugin.name).chain(readers).collect();
        for folder in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../plugins")).unwrap() {
            let name = folder.unwrap().file_name().into_string().unwrap();
            assert!(linked.contains(&name.as_str()), "plugins/{name} registers no plugin of that name: {linked:?}");
        }
    }

    /// Here, because this crate links every plugin. In JSON Schema, `f64` and `f32` have these formats.
    #[test]
    fn no_record_has_a_binary_float() {
        for plugin in copydesk_core::Plugin::registered() {
            let schema = plugin.data_schema().to_value().to_string();
            for format in ["\"double\"", "\"float\""] {
                assert!(!schema.contains(format), "{} has a field of format {format}: {schema}", plugin.name);
            }
        }
    }
}
