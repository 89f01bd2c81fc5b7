//! The sentences that forms are put into.

/// How a sentence is set, the form with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// As it stands.
    Plain,
    /// Like a headline: "Two Years Ago".
    Title,
    /// All in capitals.
    Capitals,
    /// In lines of 72 characters, as agencies do: the break falls wherever the form is long enough to meet it.
    Lines,
    /// As pages are: with a no-break space, and an apostrophe that is curled.
    Typeset,
}
use Setting::{Capitals, Lines, Plain, Title, Typeset};

/// A sentence with `{}` for the form and the word that leads to it: what is around a form may tell it for something else.
#[derive(Clone, Copy, Debug)]
pub struct Frame(pub Setting, pub &'static str);

impl Frame {
    /// The form as it is set in this sentence.
    pub fn place(self, form: &str) -> String {
        match self.0 {
            Plain | Lines => form.to_owned(),
            Title => title(form),
            Capitals => form.to_ascii_uppercase(),
            Typeset => form.replace(' ', "\u{a0}").replace('\'', "’"),
        }
    }

    /// The text that the sentence is when the form stands in it.
    pub fn set(self, mut text: String) -> String {
        const WIDTH: usize = 72;
        let mut line = 0;
        while self.0 == Lines && text.len() > line + WIDTH {
            let Some(space) = text.get(..line + WIDTH).and_then(|head| head.rfind(' ')) else { break };
            text.replace_range(space..=space, "\n");
            line = space + 1;
        }
        text
    }
}

/// Words as headlines have them; prepositions, articles and "am" stay small.
fn title(words: &str) -> String {
    const SMALL: [&str; 15] =
        ["a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "and", "or", "am", "pm"];
    let title = |word: &str| {
        let small = SMALL.contains(&word.trim_end_matches([' ', '-', ',']));
        let mut word = word.to_owned();
        if let Some(first) = word.get_mut(..1).filter(|_| !small) {
            first.make_ascii_uppercase();
        }
        word
    };
    words.split_inclusive([' ', '-']).map(title).collect()
}

/// A number below it meets every frame of a list, which is taken modulo its length.
pub const FRAMES: usize = 60;

/// With a verb in the past.
pub const PAST: &[Frame] = &[
    Frame(Typeset, "The ministers met {} in the old town hall."),
    Frame(Plain, "The ministers met {} in the old town hall of Telis."),
    Frame(Plain, "The ministers met {}."),
    Frame(Plain, "{} the ministers met in the old town hall."),
    Frame(Plain, "{}, the ministers met in the old town hall."),
    Frame(Plain, "The ministers met {}, an aide said."),
    Frame(Plain, "The ministers met {}; nobody knew why."),
    Frame(Plain, "The ministers met ({}) in the old town hall."),
    Frame(Plain, "“We met {},” the minister said."),
    Frame(Plain, "Ministers met {} in Telis\n\nThe hall was full, and nobody left it."),
    Frame(Plain, "Ministers met {}\n\nThe hall was full, and nobody left it."),
    Frame(
        Lines,
        "At the end of a long dispute over the two bridges the ministers met {} in the old town hall of Telis, which had been empty for long. Nobody knew who had let them in, or why all its lamps were lit, and nobody asked.",
    ),
    Frame(
        Lines,
        "It was not told why, but the ministers of the four towns on the river met {}, which is rare enough. Nobody knew who had let them in, or why all its lamps were lit, and nobody asked.",
    ),
    Frame(Plain, "It was a cold day. {} the ministers met in the old town hall of Telis."),
    Frame(Capitals, "THE MINISTERS MET {} IN THE OLD TOWN HALL\n\nThe hall was full, and nobody left it."),
    Frame(Title, "Ministers of Telis Met {} in the Old Town Hall\n\nThe hall was full, and nobody left it."),
];

/// The same with a verb that looks ahead.
pub const FUTURE: &[Frame] = &[
    Frame(Typeset, "The ministers will meet {} in the old town hall."),
    Frame(Plain, "The ministers will meet {} in the old town hall of Telis."),
    Frame(Plain, "The ministers will meet {}."),
    Frame(Plain, "{} the ministers will meet in the old town hall."),
    Frame(Plain, "{}, the ministers will meet in the old town hall."),
    Frame(Plain, "The ministers will meet {}, an aide says."),
    Frame(Plain, "The ministers will meet {}; nobody knows why."),
    Frame(Plain, "The ministers will meet ({}) in the old town hall."),
    Frame(Plain, "“We will meet {},” the minister says."),
    Frame(Plain, "Ministers will meet {} in Telis\n\nThe hall is full, and nobody leaves it."),
    Frame(Plain, "Ministers will meet {}\n\nThe hall is full, and nobody leaves it."),
    Frame(
        Lines,
        "At the end of a long dispute over the two bridges the ministers will meet {} in the old town hall of Telis, which is rarely seen. Nobody knows who lets them in, or why all its lamps are lit, and nobody asks.",
    ),
    Frame(
        Lines,
        "It is not told why, but the ministers of the four towns on the river will meet {}, which is rare enough. Nobody knows who lets them in, or why all its lamps are lit, and nobody asks.",
    ),
    Frame(Plain, "It is a cold day. {} the ministers will meet in the old town hall of Telis."),
    Frame(Capitals, "THE MINISTERS WILL MEET {} IN THE OLD TOWN HALL\n\nThe hall is full, and nobody leaves it."),
    Frame(Title, "Ministers of Telis Will Meet {} in the Old Town Hall\n\nThe hall is full, and nobody leaves it."),
    Frame(Plain, "Ministers to meet {} in Telis\n\nThe hall is full, and nobody leaves it."),
    Frame(Title, "Ministers of Telis to Meet {} in the Old Town Hall\n\nThe hall is full, and nobody leaves it."),
];

/// For what recurs.
pub const RECURRING: &[Frame] = &[
    Frame(Typeset, "The ministers meet {} in the old town hall."),
    Frame(Plain, "The ministers meet {} in the old town hall of Telis."),
    Frame(Plain, "The ministers meet {}."),
    Frame(Plain, "{} the ministers meet in the old town hall."),
    Frame(Plain, "{}, the ministers meet in the old town hall."),
    Frame(Plain, "The ministers meet {}, an aide says."),
    Frame(Plain, "“We meet {},” the minister says."),
    Frame(Plain, "Ministers meet {} in Telis\n\nThe hall is full, and nobody leaves it."),
    Frame(
        Lines,
        "At the end of a long dispute over the two bridges the ministers meet {} in the old town hall of Telis, which is rarely seen. Nobody knows who lets them in, or why all its lamps are lit, and nobody asks.",
    ),
    Frame(Plain, "It is a cold day. {} the ministers meet in the old town hall of Telis."),
    Frame(Capitals, "THE MINISTERS MEET {} IN THE OLD TOWN HALL\n\nThe hall is full, and nobody leaves it."),
    Frame(Title, "Ministers of Telis Meet {} in the Old Town Hall\n\nThe hall is full, and nobody leaves it."),
];

/// For a length that a verb measures.
pub const LASTING: &[Frame] = &[
    Frame(Typeset, "The talks lasted {} in all."),
    Frame(Plain, "The talks lasted {} in the old town hall of Telis."),
    Frame(Plain, "The talks lasted {}."),
    Frame(Plain, "{} of talks led to nothing."),
    Frame(Plain, "The talks lasted {}, an aide said."),
    Frame(Plain, "“They lasted {},” the minister said."),
    Frame(Plain, "Talks lasted {} in Telis\n\nThe hall was full, and nobody left it."),
    Frame(
        Lines,
        "It is not told why, but the dispute of the four towns on the river lasted {}, which is rare enough. Nobody knows who let them in, or why all its lamps were lit, and nobody asked.",
    ),
    Frame(Plain, "It was a cold day. {} of talks had led to nothing."),
    Frame(Capitals, "THE TALKS LASTED {} IN ALL\n\nThe hall was full, and nobody left it."),
    Frame(Title, "Talks of Telis Lasted {} in All\n\nThe hall was full, and nobody left it."),
];

/// For a length before its noun.
pub const ATTRIBUTE: &[Frame] = &[
    Frame(Plain, "The council won a {} term in Telis."),
    Frame(Plain, "The {} talks ended in anger."),
    Frame(Plain, "A {} walk was too much."),
    Frame(Plain, "Council won {} term\n\nThe hall was full, and nobody left it."),
];
