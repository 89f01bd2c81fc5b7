//! What a stretch of text is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a stretch of text is. [`Label::zone`] gives the zone of the record that it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// The headline.
    Headline,
    /// What stands between the headline and the story: its main points, a lead in short.
    Standfirst,
    /// "Port Mirel, May 29 (TELIS).-"
    Dateline,
    /// "By Jane Doe"
    Byline,
    /// Editors' initials at the end of an agency's dispatch: "rvl-ako/mt".
    Initials,
    /// The story itself.
    Body,
    /// A subheading inside the story.
    Crosshead,
    /// The heading of an entry, in a story that consists of entries: a list, a guide, a ranking.
    EntryHead,
    /// The words under a picture.
    Caption,
    /// A credit of an agency.
    Credit,
    /// Who took the picture.
    PhotoCredit,
    /// The name of the outlet or of the programme at the head of the page.
    Masthead,
    /// The headline once more: the page's title, the line over a picture.
    PageTitle,
    /// "Published: 07 May. 2031, 10:14"
    PublishedLine,
    /// The clock time over an entry of a live page.
    Timestamp,
    /// A table of share prices.
    Ticker,
    /// Headlines of other stories.
    RelatedLinks,
    /// An advertisement.
    Advert,
    /// Who holds the rights.
    Copyright,
    /// Who the author is.
    AuthorBio,
    /// A mail address or telephone number to write to.
    Contact,
    /// Menus and breadcrumbs.
    Navigation,
    /// Topics under which a story is filed.
    Tags,
    /// `[Anchor]`, and the hand-off to the reporter.
    TranscriptLabel,
    /// "TV Valmere News, Ines Harrow.", at the end of a broadcast.
    SignOff,
    /// A computer program, or what it printed.
    Listing,
    /// Buttons that pass a story on.
    Share,
    /// Comment boxes, text size, logins, newsletters.
    Widget,
}

impl Label {
    /// All labels, with their names in data files.
    const NAMES: [(&'static str, Self); 28] = [
        ("headline", Self::Headline),
        ("standfirst", Self::Standfirst),
        ("dateline", Self::Dateline),
        ("byline", Self::Byline),
        ("initials", Self::Initials),
        ("body", Self::Body),
        ("crosshead", Self::Crosshead),
        ("entry-head", Self::EntryHead),
        ("caption", Self::Caption),
        ("credit", Self::Credit),
        ("photo-credit", Self::PhotoCredit),
        ("masthead", Self::Masthead),
        ("page-title", Self::PageTitle),
        ("published-line", Self::PublishedLine),
        ("timestamp", Self::Timestamp),
        ("ticker", Self::Ticker),
        ("related-links", Self::RelatedLinks),
        ("advert", Self::Advert),
        ("copyright", Self::Copyright),
        ("author-bio", Self::AuthorBio),
        ("contact", Self::Contact),
        ("navigation", Self::Navigation),
        ("tags", Self::Tags),
        ("transcript-label", Self::TranscriptLabel),
        ("sign-off", Self::SignOff),
        ("listing", Self::Listing),
        ("share", Self::Share),
        ("widget", Self::Widget),
    ];

    /// The label of that name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, label)| *label)
    }

    /// Its name: that of the record's `label`.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, label)| *label == self).map_or("body", |(name, _)| name)
    }

    /// The zone of the record: `headline`, `dateline`, `byline`, `body`, `crosshead`, `caption`, `credit` or `furniture`.
    #[must_use]
    pub const fn zone(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Dateline => "dateline",
            Self::Byline | Self::Initials => "byline",
            Self::Body | Self::Standfirst | Self::EntryHead => "body",
            Self::Crosshead => "crosshead",
            Self::Caption => "caption",
            Self::Credit | Self::PhotoCredit => "credit",
            _ => "furniture",
        }
    }

    /// Whether it is no part of the article.
    #[must_use]
    pub fn is_furniture(self) -> bool {
        self.zone() == "furniture"
    }
}
