//! The sentences that the corpus is made of, and the words that fill them. All invented.

pub(crate) const HEADLINES: &[&str] = &[
    "{place} talks enter {ordinal} day as {organisation} holds out",
    "{organisation} to cut {big} jobs in {place}",
    "{person} named head of {organisation}",
    "Floods near {place}: at least {small} still missing",
    "{organisation} and union agree on {digit}.{digit}% pay rise",
];

pub(crate) const BACKGROUND: &[&str] = &[
    "The quarrel goes back to the summer of {year}, when the council of {place} refused to renew the contract.",
    "Residents along the canal have waited for an answer ever since, and few of them expect one soon.",
    "A similar proposal was rejected in {month} {year} after a debate that lasted until the early hours.",
    "The building, which may yet be torn down, stands empty between the station and the old market.",
    "Nothing in the agreement obliges either side to publish the minutes of the meetings.",
    "Until the end of last year the road was closed to lorries, and shops in the valley suffered for it.",
    "The harbour, once among the busiest of the coast, has lost most of its traffic to {place}.",
];

pub(crate) const NEWSWIRE: &[&str] = &[
    "{organisation} said on {weekday} that it would close its plant in {place} by the end of {month}.",
    "The agreement was signed on {month} {day}, {year}, and takes effect two weeks later.",
    "According to {agency}, some {small},{big} people had left the area by {weekday} evening.",
    "{title} {person} told reporters that the vote, due next {weekday}, would go ahead as planned.",
    "Around {big} soldiers and {small} vehicles crossed the bridge at {place}, officials said.",
    "The ministry did not say when, or whether, the inquiry would be made public.",
    "{person}, {small}, was taken to a hospital in {place} with injuries that doctors called light.",
    "It was the {ordinal} such incident since {month}, {agency} reported, citing the {place} police.",
    "The measure passed by {small} votes to {digit}, with {digit} abstentions, shortly before midnight.",
];

pub(crate) const TRANSCRIPT: &[&str] = &[
    "[{person} / {organisation}: \"We were told on {weekday}, and by then it was too late to bring the machines in.\"]",
    "[Report]\n\n{person} has been following the case for {digit} years.",
    "[{title} {person}: \"Nobody here wants another winter like that. We will act, and we will act within {digit} weeks.\"]",
    "In {place} it is feared that the water will rise by up to {small} centimetres before the weekend.",
    "The ministry said the first of the {small} buses would leave at {digit} a.m. on {weekday}.",
    "That is interpreted as a message to the neighbours, who have spent {big} million on the new locks.",
    "{person} reports from {place}.",
];

pub(crate) const QUOTES: &[&str] = &[
    "“We have looked at every page of it,” said {person}, who leads {organisation}. “There is nothing left to hide.”",
    "“If they come back in {month},” {person} added, “they will find the door open and the lights on.”",
    "{title} {person} called the plan “a bridge to nowhere” and asked for another {digit} months.",
    "\"I can't tell you what it will cost,\" {person} said on {weekday}. \"I can tell you what it has cost us so far.\"",
    "“No,” he said. “Not {digit}, not {small}, not {big}.”",
    "{organisation} rejected the report as 'incomplete', while {person} claimed that it had been “written to order”.",
    "According to {person}, an expert on water law at {organisation}, the ruling “leaves the towns on their own”.",
    "She said that they had “waited long enough” and that the council should decide before {month} {day}.",
];

pub(crate) const FIGURES: &[&str] = &[
    "Revenue rose {small}.{digit}% to ${digit}.{digit} billion in the {ordinal} quarter, from ${big} million a year earlier.",
    "The fund holds between {small} and {big} million euros, about two thirds of it in bonds.",
    "Turnout was {small} percent, {digit} points more than in {year}.",
    "The dam is {big} metres long and {small} metres high, and holds {big},000 cubic metres of water.",
    "Shares of {organisation} fell by more than {digit} per cent to {small}.{day} in early trading.",
    "At least {small} of the {big} workers are older than {small}, and a dozen have been there for {digit} decades.",
    "Rents in {place} went up from {big} to {digit},{big} a month, a quarter more than three years ago.",
    "The home side won {digit}-{digit} and moved up to {ordinal} place, {small} points behind the leaders.",
    "Inflation slowed to {digit}.{digit}% in {month}; economists had expected {digit}.{digit}%.",
];

/// What fills a slot. Numbers fill the others.
pub(crate) const WORDS: &[(&str, &[&str])] = &[
    (
        "person",
        &[
            "Ada Lorwin",
            "Bram Okedi",
            "Celia Vantor",
            "Dario Hesk",
            "Edda Marrow",
            "Femi Castell",
            "Greta Sund",
            "Hugo Ilmari",
            "Ines Calder",
            "Jonas Petrak",
            "Kira Dombey",
            "Lars Quennell",
            "Mona Tressel",
            "Nils Abara",
        ],
    ),
    (
        "place",
        &[
            "Harrowmouth",
            "Lindesford",
            "Castrel",
            "Novy Brod",
            "Elmgate",
            "Port Sennet",
            "Quarrow",
            "Saint Ebbe",
            "Tolva",
        ],
    ),
    (
        "organisation",
        &[
            "Norvald Steel",
            "the Lindesford Water Board",
            "Castrel University",
            "Ostra Shipping",
            "the Harbour Workers' Union",
            "Elmgate Savings Bank",
            "the Ministry of Transport",
            "Brightwell & Sons",
            "the River Commission",
        ],
    ),
    ("agency", &["NPA", "the Corvan News Agency", "Sundial Wire", "the state agency TELAK"]),
    ("title", &["President", "Prime Minister", "Gen.", "Mayor", "Foreign Minister", "Dr.", "Judge"]),
    ("weekday", &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]),
    (
        "month",
        &["January", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "October", "Nov.", "December"],
    ),
    ("ordinal", &["first", "second", "third", "fourth", "fifth", "sixth"]),
];
