//! The words that a grammar of time turns on, by what they do there. A language says in its own `words/terms.txt` which of its words
//! stand for each, so that the grammar asks for a term and never for a spelling.

/// Declares the terms: each with the name that data files give it.
macro_rules! terms {
    ($($term:ident $name:literal),* $(,)?) => {
        /// A word of the grammar of time, or a class of words that do the same in it; named after the English word, or what its words are.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        #[repr(u16)]
        pub enum Term {
            /// Any other word.
            #[default]
            None,
            $(#[doc = $name] $term,)*
        }

        impl Term {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$term),*];

            /// The term of that name in a data file.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$term),)*
                    _ => None,
                }
            }
        }
    };
}

terms! {
    A "a", About "about", Academic "academic", Account "account", Ad "ad", After "after", Afternoon "afternoon",
    Afternoons "afternoons", Afterward "afterward", Afterwards "afterwards", Ago "ago", Ahead "ahead", All "all",
    Almost "almost", Already "already", Am "am", Ampersand "ampersand", An "an", And "and", Annual "annual",
    Annually "annually", Another "another", Any "any", Apostrophe "apostrophe", Around "around", As "as", At "at",
    August "august", Autumn "autumn", Autumns "autumns", Auxiliary "auxiliary", Away "away", B "b", Back "back",
    Bc "bc", Be "be", Been "been", Before "before", Began "began", Beginning "beginning", Between "between",
    Beyond "beyond", Bi "bi", Biennial "biennial", Bimonthly "bimonthly", Bit "bit", Biweekly "biweekly", Born "born",
    Budget "budget", But "but", By "by", C "c", Ca "ca", Calendar "calendar", Called "called", Campaign "campaign",
    CarMake "car-make", Ce "ce", Century "century", ClockZone "clock-zone", Close "close", Closed "closed",
    Closing "closing", Colon "colon", Come "come", Coming "coming", Comma "comma", Comparable "comparable", Consecutive "consecutive",
    Couple "couple", Current "current", D "d", Daily "daily", Dawn "dawn", Day "day", DayOfName "day-of-name",
    Daylong "daylong", Days "days", Daytime "daytime", Decadelong "decadelong", Did "did", Distant "distant",
    Dot "dot", Dozens "dozens", During "during", Dusk "dusk", Each "each", Earlier "earlier", Early "early", Eighteen "eighteen",
    Eighties "eighties", Election "election", End "end", Ended "ended", Eve "eve", Evening "evening", Every "every",
    Fall "fall", Few "few", FewMinutes "few-minutes", Fewer "fewer", Fifties "fifties", Final "final",
    Financial "financial", First "first", Fiscal "fiscal", Flat "flat", Following "following", For "for",
    Former "former", Forties "forties", Fortnightly "fortnightly", From "from", Full "full", Future "future", Fy "fy",
    Greater "greater", H "h", Had "had", Half "half", Halves "halves", Handful "handful", Has "has", Have "have",
    He "he", Hence "hence", Her "her", Here "here", His "his", Hourlong "hourlong", Hourly "hourly", Hours "hours",
    How "how", Hr "hr", Hrs "hrs", Hyphen "hyphen", In "in", Initial "initial", Into "into", July "july", Just "just",
    Last "last", Late "late", Later "later", Latest "latest", Latter "latter", Leading "leading", Least "least",
    Literally "literally", Little "little", Local "local", Long "long", Longer "longer", M "m", Making "making",
    Many "many", March "march", May "may", Mere "mere", Mid "mid", Midafternoon "midafternoon", Middle "middle",
    Midmonth "midmonth", Midmorning "midmorning", Midnight "midnight", Midsummer "midsummer", Midweek "midweek",
    Midwinter "midwinter", Midyear "midyear", Modal "modal", Modern "modern", Month "month", Monthlong "monthlong",
    Monthly "monthly", Months "months", More "more", Morning "morning", Mornings "mornings", Most "most", Much "much",
    My "my", NameOrMonth "name-or-month", NamedZone "named-zone", Near "near", Newspaper "newspaper", Next "next",
    Night "night", Nightly "nightly", Nights "nights", Nineteen "nineteen", Nineties "nineties", No "no", Noon "noon",
    Not "not", Now "now", Nowadays "nowadays", OClock "o-clock", Occasion "occasion", Of "of", Old "old", On "on",
    One "one", Ongoing "ongoing", Only "only", Opening "opening", Or "or", OrdinalEnding "ordinal-ending",
    Original "original", Other "other", Our "our", Over "over", Overnight "overnight", P "p", Part "part",
    Passing "passing", Past "past", Per "per", Period "period", Planned "planned", Plus "plus", Pm "pm",
    Possessive "possessive", Pre "pre", Preceding "preceding", Present "present", Previous "previous",
    Previously "previously", Prior "prior", Q "q", Quarter "quarter", Quarters "quarters", Recent "recent",
    Recently "recently", Remainder "remainder", Remaining "remaining", Rest "rest", Right "right", Roughly "roughly",
    S "s", Said "said", Same "same", Semi "semi", Semiannual "semiannual", Semicolon "semicolon", Set "set", Seventies "seventies",
    Several "several", Short "short", ShortMonth "short-month", ShortWeekday "short-weekday", Shorter "shorter",
    Since "since", Single "single", Sixties "sixties", Slash "slash", Small "small", So "so", Solid "solid", Some "some", Soon "soon",
    Spring "spring", Springs "springs", Springtime "springtime", Standard "standard", Start "start",
    Starting "starting", Story "story", Street "street", Subsequent "subsequent", Summer "summer", Summers "summers",
    Summertime "summertime", T "t", Teens "teens", Temperature "temperature", Term "term", Than "than", That "that", The "the",
    Their "their", Thereafter "thereafter", These "these", They "they", Thirties "thirties", This "this", Those "those",
    Three "three", Through "through", Throughout "throughout", Till "till", Time "time", Times "times", To "to",
    Today "today", Tomorrow "tomorrow", Tonight "tonight", Tonite "tonite", Too "too", Took "took", Towards "towards",
    Twenties "twenties", Twice "twice", Two "two", Until "until", Up "up", Upcoming "upcoming", Update "update",
    Upwards "upwards", Utc "utc", Very "very", W "w", Was "was", Week "week", Weekday "weekday", Weekdays "weekdays",
    Weekend "weekend", Weekends "weekends", Weeklong "weeklong", Weekly "weekly", When "when", While "while",
    Whole "whole", Will "will", Winter "winter", Winters "winters", Wintertime "wintertime", Within "within",
    Year "year", Yearlong "yearlong", Yearly "yearly", Years "years", Yesterday "yesterday", Z "z", Zone "zone",
}

impl Term {
    /// The term of a sign, which is the same in every language.
    pub(crate) const fn of_sign(sign: char) -> Self {
        match sign {
            ',' => Self::Comma,
            '.' => Self::Dot,
            ':' => Self::Colon,
            ';' => Self::Semicolon,
            '/' => Self::Slash,
            '&' => Self::Ampersand,
            '+' => Self::Plus,
            '-' => Self::Hyphen,
            '\'' | '’' => Self::Apostrophe,
            _ => Self::None,
        }
    }
}
