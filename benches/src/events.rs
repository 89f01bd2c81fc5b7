//! The sentences that a pile's events are told in. All invented.

/// Five kinds of event.
pub(crate) const THEMES: &[&[&str]] = &[
    &[
        "At least {toll} people were killed when a ferry capsized on the {river} near {town} on {weekday}, officials said.",
        "The ferry sank on {date} with {sum} passengers on board, according to {body}.",
        "“We heard one long crack and then the deck was gone,” said {person}, who was pulled out of the {river} by a fisherman.",
        "“Nobody on the bank had ever seen the water that high,” {last} said on {weekday}. “We will look until everybody is found.”",
        "Divers from {town} searched the hull of the vessel, which was built by {firm} in {year}, until nightfall.",
        "{body} opened an inquiry into the accident on {date} and asked {firm} for the plans of the ship.",
        "The captain, {other}, was questioned by the police of {town} and released two days later.",
        "{other} told reporters that the engine had stopped {small} minutes before the ferry turned over.",
        "A further {small} passengers were injured and taken to hospitals in {town}.",
    ],
    &[
        "The presidents of both countries signed the {river} treaty in {town} on {date}, {body} said.",
        "Under the treaty, {sum} million euros will be paid to towns along the {river} by {year}.",
        "“This paper ends a quarrel that is older than any of us,” said {person}, who led the talks for {body}.",
        "The parliament in {town} ratified the agreement on {date} by {sum} votes to {toll}.",
        "{last} said the accord would take effect in the spring, once both sides have exchanged their papers.",
        "“They have sold the river for a handshake,” {other} said on {weekday}, and announced a complaint.",
        "{firm}, which runs the locks at {town}, expects {small} ships more a day.",
        "Around {sum} people demonstrated against the pact outside the building of {body}, the police said.",
    ],
    &[
        "Some {sum} workers of {firm} went on strike in {town} on {weekday} over pay and night shifts.",
        "The strike began on {date}, two days after {body} had broken off the talks.",
        "“We ask for {small} euros a month more, and we will stay outside until we have them,” said {person}, who speaks for the workers.",
        "{firm} said it had offered {toll} percent, and called the strike a danger to the plant on the {river}.",
        "“An offer that nobody may read is no offer,” {last} told reporters on {weekday}.",
        "{other}, the head of {firm}, did not rule out closing the works at {town} by the end of {year}.",
        "The furnaces were shut down on {date}; it takes {small} hours to light them again.",
        "{body} appealed to both sides to come back to the table before the harvest.",
    ],
    &[
        "A court in {town} sentenced {other} to {toll} years in prison on {weekday} for fraud at {firm}.",
        "{other} was arrested on {date} after {body} had found that {sum} million euros were missing.",
        "“He took the pensions of people who had trusted him for {small} years,” the prosecutor, {person}, said.",
        "{last} told the court that the money had been moved through {small} accounts.",
        "“My client will appeal, and he will win,” a lawyer for {other} said in {town}.",
        "The verdict was announced on {date} after a trial of {small} days.",
        "{firm} built the bridge over the {river} and has {sum} employees.",
        "Shares of the company fell by {toll} percent on {weekday}.",
    ],
    &[
        "An explosion at a depot of {firm} in {town} killed {toll} people on {weekday}, {body} said.",
        "The depot on the {river} burned for {small} hours; {sum} residents were evacuated.",
        "“The roof came down like paper,” said {person}, whose house stands across the road from the depot.",
        "{body} said on {date} that the tanks had last been inspected in {year}.",
        "“We warned them in {year} and we warned them again last winter,” {last} said.",
        "The minister, {other}, visited {town} on {date} and promised help for the families of the dead.",
        "At least {small} people were injured, {toll} of them firefighters, the hospital in {town} said.",
        "{firm} declined to comment on {weekday} on what had been stored there.",
    ],
];

/// Sentences that say nothing of the event.
pub(crate) const ASIDE: &[&str] = &[
    "Residents have waited for an answer about the {noun} ever since, and few of them expect one before the {noun} is decided on.",
    "A similar proposal about the {noun} was rejected in {year} after a debate on the {noun} that lasted until the early hours.",
    "Nothing in the papers obliges either side to publish what was said about the {noun} or about the {noun}.",
    "The {noun} has been closed since {year}, and the {noun} beside it has lost most of its customers.",
    "It was not clear on {weekday} whether the {noun} would be rebuilt, or who would pay for the {noun}.",
    "For {small} years the town had lived from its {noun}; today the {noun} brings in more than all shops together.",
    "Critics say that the {noun} was planned too small, and that the {noun} came too late to help.",
    "Historians trace the {noun} back to {year}, when a {noun} was all that stood on this side of the water.",
];

/// What stands in asides.
pub(crate) const ITEMS: &[&str] = &[
    "harbour",
    "market hall",
    "tramway",
    "observatory",
    "school",
    "quarry",
    "brewery",
    "orchard",
    "library",
    "slaughterhouse",
    "railway yard",
    "theatre",
    "customs house",
    "dairy",
    "reservoir",
    "print shop",
    "stadium",
    "monastery",
    "sawmill",
    "lighthouse",
    "canal bridge",
    "glassworks",
    "hospital wing",
    "barracks",
    "cable car",
    "greenhouse",
    "archive",
    "fish market",
    "windmill",
    "power station",
    "swimming bath",
    "sugar mill",
    "garden colony",
    "planetarium",
    "cement plant",
    "court house",
    "riding school",
];

/// The syllables of names.
pub(crate) const SYLLABLES: &[&str] = &[
    "bal", "cor", "dan", "fel", "gor", "hal", "jan", "kel", "lor", "mar", "nor", "pel", "quo", "ras", "sel", "tor",
    "ul", "van", "wes", "yor", "zan", "bri", "cla", "dri", "fro", "gla", "kra", "pli", "sto", "tri", "mun", "rik",
    "sund", "tal", "vik", "lun", "mir", "ost",
];

/// Agencies.
pub(crate) const AGENCIES: &[&str] = &["NPA", "Sundial Wire", "Corvan News Agency"];

/// Outlets.
pub(crate) const OUTLETS: &[&str] = &[
    "The Harrow Courier",
    "Lindes Post",
    "Castrel Daily News",
    "Elmgate Observer",
    "The Quarrow Times",
    "Tolva Mirror",
    "Sennet Gazette",
    "Northern Argus",
    "The Ebbe Herald",
    "Valley Standard",
    "Coast Telegraph",
    "The Morning Ledger",
];

/// What outlets print under every story.
pub(crate) const FURNITURE: &[&str] = &[
    "does not allow this material to be published, broadcast, rewritten or redistributed without written permission of the publisher.",
    "is free to read because readers like you pay for it; become a member today and help our reporters to find out what others hide.",
    "is edited independently of its owners; complaints are answered by the readers' editor within two working days of their arrival.",
];
