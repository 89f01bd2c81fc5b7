//! What each rule does, for `copydesk explain dates/RULE`.

use copydesk_core::Rule;

/// Set-aside rule for dates and times that no calendar or clock has.
pub(crate) const IMPOSSIBLE: &str = "impossible-date";

pub(crate) const RULES: &[Rule] = &[
    Rule {
        name: "calendar",
        doc: "A date that is written out, in British, American or ISO order: “The pact was signed on 14 March 2031.” Without a year, tense and \
              nearness to the day of publication choose one, or the year of a date close before it goes on: “shot on April 3, 1990, and died on \
              April 5”. Without a day of publication the year stays open (XXXX-03-14). 05/06/2031 is read as 6 May (month first); with stops \
              between the parts, 05.06.2031, as 5 June. Weeks by their number too: “2031-W18”, “week 18 of 2031”. Values after TIMEX3 (TimeML \
              1.2.1) and ISO 8601.",
    },
    Rule {
        name: "shared-part",
        doc: "Dates in a list or range that share a month, a year or a century: “from 5–7 November”, “on Nov. 3 and 5”, “1914-18”, “in the second and \
              third quarters”. Each is a finding of its own.",
    },
    Rule {
        name: "year",
        doc: "A year that stands alone: “The bridge was built in 1951.” A bare number is a year only where a word leads to one, or nothing behind it is \
              counted: “2000 people” is none.",
    },
    Rule {
        name: "decade",
        doc: "A decade: “the 1980s”, “the '90s”, “the nineties”. TIMEX3 writes its first three digits: 198. Of two parts (“the \
              mid-to-late 1990s”) the first is the modifier. “In his early 20s” is an age.",
    },
    Rule { name: "century", doc: "A century: “the 20th century”. TIMEX3 writes its first two digits: 19." },
    Rule {
        name: "member",
        doc: "A weekday, month, season, quarter or holiday: “The ministers met on Tuesday.” News means the last one before publication where the verb is \
              in the past and the next one where it looks ahead; the day of publication counts as the last. A story means the one in the year told \
              of, and so does news where a date of another year stands close before: “arrested in March 2013. In June, he died.” \
              The noun that the day belongs to is asked before the verb: “They are expected to recover from Saturday's crash.” A present beside a day \
              looks ahead: “The hearing is Friday.” (Quirk et al. 1985, 4.45). The words of the day behind the label of an update (“UPDATE May 9, \
              2031 —”) are of its day. “one Sunday” stays open.",
    },
    Rule {
        name: "picked",
        doc: "“last”, “this”, “next” with a unit or a name: “last week”, “next Friday”, “this summer”. Weeks run from Monday to Sunday (ISO 8601). “this weekend” \
              with a verb in the past is the one before. “the summer before last” and “the Friday after next” count two; \
              “the Tuesday after Labor Day” is the first behind that day.",
    },
    Rule {
        name: "anaphoric",
        doc: "A unit counted from the date mentioned last: “the following day”, “that year”, “the same month”, “the day before”. “earlier in the day” \
              and “the week” are those of a day told of in the same sentence or the one before, else of publication; “the end of the month” is of a month that was \
              told of there. The anchor says which mention.",
    },
    Rule {
        name: "deictic",
        doc: "“today”, “yesterday”, “tomorrow”, “tonight”: counted from the day of publication; open without one.",
    },
    Rule {
        name: "ago",
        doc: "An amount counted from the day of publication: “two years ago”, “a month from now”. It has the grain of its unit; with another date behind \
              it (“ten years ago today”, “a year ago this month”) the grain of that date; “this time last \
              year” is a day. Weekdays and seasons are counted too: “two Fridays ago”, “three \
              summers ago”, “on Monday week”.",
    },
    Rule {
        name: "later",
        doc: "An amount counted from the date mentioned last: “ten days later”, “a year earlier”, “had killed nine two days before”, “a year before \
              that”. It has the grain of its unit. Of “several days later” TIMEX3 can say no more than that it is a day (XXXX-XX-XX) and what it \
              is anchored to; FUTURE_REF, which TimeML 1.2.1 reads from now, is left to what is to come, and to stories (TIDES 2005).",
    },
    Rule {
        name: "from-event",
        doc: "An amount counted from an event, not from publication: “three days after the president signed”, “the day before the vote”. It is a duration \
              (the day, a day without a date, as is “the Friday before the vote”); the anchor says where the event stands. Where the words of the event name its day (“two days after \
              Monday's vote”), earliest and latest are the day that is meant.",
    },
    Rule {
        name: "duration",
        doc: "A length of time: “three years”, “a six-month term”, “more than two decades”, “for weeks”.",
    },
    Rule {
        name: "stretch",
        doc: "A length of time with an article or a direction: “the past two months”, “the first nine months”. Where it lies from publication, it has its days; “Over \
              the next three days they searched” counts from the day told of before it. Of names such as wars and films it is none in news.",
    },
    Rule {
        name: "set",
        doc: "Times that recur: “every Tuesday”, “annually”, “$5 million a year”, “on Sundays”, “twice a week”, “the third Thursday of each month”. \
              “on weekdays” is XXXX-WXX-WD, as SUTime and Recognizers-Text write it: TIMEX3 has no name for Monday to Friday.",
    },
    Rule {
        name: "clock",
        doc: "A time of day, with its day where the text gives one: “at 8 p.m. on Friday”, “16:08 UTC”, “noon”, “at 7 tonight”, “5-6 p.m.” \
              Else it is of the day told of close before, and hours go on past midnight: “at 11 p.m. Monday … by 2 a.m.” “midnight Friday” ends \
              that day (T24:00), “shortly after midnight Friday” begins it (T00:00). “Sunday afternoon around 3:15” is T15:15.",
    },
    Rule {
        name: "part-of-day",
        doc: "A part of a day: “Friday night”, “this morning”, “the night of 8 February”, “overnight”. TIMEX3 names a night by its \
              evening: what happened overnight happened in the night to the day of publication.",
    },
    Rule {
        name: "period",
        doc: "The period that figures were last given for, in another year: “the year-ago quarter”, “the same period last year”, “a year-earlier loss”. \
              Where no quarter or month of figures is told of, “the same period last year” is that year.",
    },
    Rule {
        name: "fiscal",
        doc: "A fiscal year: “fiscal 2030”. It has the number that the firm gives it, whenever it begins.",
    },
    Rule { name: "year-end", doc: "The end or the middle of a year or month: “by year-end”, “at midyear”." },
    Rule {
        name: "numbered",
        doc: "A counted week, day or weekday of a month or year: “the last week of March”, “the first day of 2031”, “the second Tuesday of \
              November”; and a day that only the story can place: “on the third day”.",
    },
    Rule {
        name: "day-of-month",
        doc: "A day of a month that something picks: “The rent is due on the 15th of this month.” In a story also of the month that is told of: “On the 20th \
              they crossed the river.”",
    },
    Rule {
        name: "vague",
        doc: "A reference that no calendar can hold: “now” (PRESENT_REF), “recently”, “in recent weeks” (PAST_REF), “in the near future” (FUTURE_REF).",
    },
    Rule {
        name: IMPOSSIBLE,
        doc: "A date or time that no calendar or clock has is set aside, never shifted: “31 November”, “29 February 2031”, “at 25:70 GMT”.",
    },
];
