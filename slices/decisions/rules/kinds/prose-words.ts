/** The sentences of which the prose of kinds is made. */
type Words = { id: string; message: string }

export const OPENS: Record<'propose' | 'vote' | 'steward', Words> = {
  propose: /*i18n*/ {
    id: 'decisions.says.opens-propose',
    message: '{name}: it is proposed by anybody who has the right to propose.',
  },
  vote: /*i18n*/ {
    id: 'decisions.says.opens-vote',
    message: '{name}: it is proposed by anybody who votes on it.',
  },
  steward: /*i18n*/ {
    id: 'decisions.says.opens-steward',
    message: '{name}: it is proposed by the stewards.',
  },
}
export const SUPPORT = /*i18n*/ {
  id: 'decisions.says.support',
  message:
    '{count, plural, one {One other member supports it} other {# other members support it}} before it opens.',
}
export const ABOVE = /*i18n*/ {
  id: 'decisions.says.above',
  message: 'Spending of more than {sum} is decided in this way.',
}

export const REACHED: Record<'more' | 'least', Record<string, Words>> = {
  more: {
    cast: /*i18n*/ {
      id: 'decisions.says.more-cast',
      message:
        '{name} passes when more than {part} of the votes cast are in favour; abstentions do not count.',
    },
    'cast-and-abstained': /*i18n*/ {
      id: 'decisions.says.more-abstained',
      message:
        '{name} passes when more than {part} of those who take part, abstaining too, are in favour.',
    },
    present: /*i18n*/ {
      id: 'decisions.says.more-present',
      message:
        '{name} passes when more than {part} of those present are in favour; over days, whoever takes part is present.',
    },
    eligible: /*i18n*/ {
      id: 'decisions.says.more-eligible',
      message: '{name} passes when more than {part} of all on the roll are in favour.',
    },
  },
  least: {
    cast: /*i18n*/ {
      id: 'decisions.says.least-cast',
      message:
        '{name} passes when at least {part} of the votes cast are in favour; abstentions do not count.',
    },
    'cast-and-abstained': /*i18n*/ {
      id: 'decisions.says.least-abstained',
      message:
        '{name} passes when at least {part} of those who take part, abstaining too, are in favour.',
    },
    present: /*i18n*/ {
      id: 'decisions.says.least-present',
      message:
        '{name} passes when at least {part} of those present are in favour; over days, whoever takes part is present.',
    },
    eligible: /*i18n*/ {
      id: 'decisions.says.least-eligible',
      message: '{name} passes when at least {part} of all on the roll are in favour.',
    },
  },
}
export const METHODS = {
  plainly: /*i18n*/ {
    id: 'decisions.says.plainly',
    message: '{name} passes by the conditions below, whatever part is in favour.',
  },
  consensus: /*i18n*/ {
    id: 'decisions.says.consensus',
    message:
      '{name} is decided by consensus: agree, agree with reservations, stand aside, disagree or block.',
  },
  consent: /*i18n*/ {
    id: 'decisions.says.consent',
    message:
      '{name} passes by consent: when no objection stands at the close. An objection gives its reason.',
  },
  ranked: /*i18n*/ {
    id: 'decisions.says.ranked',
    message: '{name}: everybody ranks the options, as many as they like; counted {how}.',
  },
  approval: /*i18n*/ {
    id: 'decisions.says.approval',
    message:
      '{name}: everybody approves of {most, plural, =0 {as many options as they like} one {one option} other {at most # options}}; {how}.',
  },
  score: /*i18n*/ {
    id: 'decisions.says.score',
    message: '{name}: everybody gives each option {least} to {most}; {how}.',
  },
  dots: /*i18n*/ {
    id: 'decisions.says.dots',
    message:
      '{name}: everybody lays up to {dots} dots, at most {each} on one option; those with the most win.',
  },
}
export const ASIDE = /*i18n*/ {
  id: 'decisions.says.aside',
  message: 'When more than {part} of those who take part stand aside, there is no consensus.',
}
export const IN_EACH = {
  more: /*i18n*/ {
    id: 'decisions.says.each-more',
    message: 'In each class on its own, more than {part} must be in favour; {empty}.',
  },
  least: /*i18n*/ {
    id: 'decisions.says.each-least',
    message: 'In each class on its own, at least {part} must be in favour; {empty}.',
  },
  fails: /*i18n*/ {
    id: 'decisions.says.each-fails',
    message: 'a class of which nobody votes stops it',
  },
  'left-out': /*i18n*/ {
    id: 'decisions.says.each-left',
    message: 'a class of which nobody votes is left out',
  },
  'fails-if-any': /*i18n*/ {
    id: 'decisions.says.each-if-any',
    message:
      'a class of which nobody votes stops it, but one that has nobody on the roll is left out',
  },
}
export const BLOCKS = {
  forbidden: /*i18n*/ {
    id: 'decisions.says.block-none',
    message: 'Nobody can block it.',
  },
  stops: /*i18n*/ {
    id: 'decisions.says.block-stops',
    message:
      '{allowed, plural, =0 {A single block stops it.} one {One block does not stop it yet; two do.} other {# blocks do not stop it yet; one more does.}} A block gives its reason.',
  },
  overcome: /*i18n*/ {
    id: 'decisions.says.block-overcome',
    message:
      'A block stops it, unless {part} of all votes are in favour. A block gives its reason.',
  },
}
export const NUMBERS = {
  favour: /*i18n*/ {
    id: 'decisions.says.least-favour',
    message: '{count, plural, one {At least one} other {At least #}} must be in favour.',
  },
  against: /*i18n*/ {
    id: 'decisions.says.most-against',
    message:
      '{count, plural, =0 {Nobody may be against it.} one {At most one may be against it.} other {At most # may be against it.}}',
  },
}
export const VOTERS = {
  all: /*i18n*/ { id: 'decisions.says.voters-all', message: 'Every class that votes votes on it.' },
  some: /*i18n*/ { id: 'decisions.says.voters', message: 'These classes vote on it: {classes}.' },
}
export const WEIGHTS = {
  flat: /*i18n*/ {
    id: 'decisions.says.flat',
    message: 'One vote each; a member co-op has one, however many delegates it sends.',
  },
  class: /*i18n*/ {
    id: 'decisions.says.class',
    message: 'A vote weighs what its class has by section 2.',
  },
  'share-by-votes': /*i18n*/ {
    id: 'decisions.says.by-votes',
    message:
      'Each class holds a part of the whole ({parts}), divided among those of it who vote; {empty}.',
  },
  'share-by-roll': /*i18n*/ {
    id: 'decisions.says.by-roll',
    message:
      'Each class holds a part of the whole ({parts}), divided among all of it on the roll; {empty}.',
  },
  bounds: /*i18n*/ {
    id: 'decisions.says.bounds',
    message: 'One vote each, but a class on its own holds {parts} of the whole.',
  },
  lapses: /*i18n*/ {
    id: 'decisions.says.lapses',
    message: 'when nobody of a class votes, its part goes to the others',
  },
  'not-in-favour': /*i18n*/ {
    id: 'decisions.says.not-in-favour',
    message: 'when nobody of a class votes, its part counts as not in favour',
  },
  most: /*i18n*/ { id: 'decisions.says.at-most', message: '{class} at most {part}' },
  least: /*i18n*/ { id: 'decisions.says.at-least', message: '{class} at least {part}' },
  part: /*i18n*/ { id: 'decisions.says.class-part', message: '{class} {part}' },
}
export const QUORUM: Record<string, Words> = {
  voters: /*i18n*/ {
    id: 'decisions.says.quorum',
    message: 'It counts only if {part} of the roll take part.',
  },
  weight: /*i18n*/ {
    id: 'decisions.says.quorum-weight',
    message: 'It counts only if {part} of the weight on the roll takes part.',
  },
  'each-class': /*i18n*/ {
    id: 'decisions.says.quorum-each',
    message: 'It counts only if {part} of each class on the roll take part.',
  },
}
export const NO_QUORUM = /*i18n*/ {
  id: 'decisions.says.no-quorum',
  message: 'It counts however few take part.',
}
export const DAYS = /*i18n*/ {
  id: 'decisions.says.days',
  message:
    '{talk, plural, =0 {It may open as soon as it is proposed} one {It is talked about for a day first} other {It is talked about for # days first}}; then it is open for {least} to {most} days.',
}
export const DAYS_EXACT = /*i18n*/ {
  id: 'decisions.says.days-exact',
  message:
    '{talk, plural, =0 {It may open as soon as it is proposed} one {It is talked about for a day first} other {It is talked about for # days first}}; then it is open for {least, plural, one {a day} other {# days}}.',
}
export const AT_GATHERING = /*i18n*/ {
  id: 'decisions.says.at-gathering',
  message:
    '{talk, plural, =0 {It may be decided as soon as it is proposed} one {It is talked about for a day first} other {It is talked about for # days first}}, at a gathering, not over days.',
}
export const URGENT = /*i18n*/ {
  id: 'decisions.says.urgent',
  message:
    'When it cannot wait, it opens at once for at least {days, plural, one {a day} other {# days}}, if {supporters, plural, =0 {whoever proposes it says why} one {one other member supports that} other {# other members support that}}.',
}
export const TIES: Record<'lot' | 'again', Words> = {
  lot: /*i18n*/ {
    id: 'decisions.says.tie-lot',
    message:
      'Where the count can’t tell options apart, a lot decides that is drawn and shown when it opens, before the first ballot.',
  },
  again: /*i18n*/ {
    id: 'decisions.says.tie-again',
    message:
      'Where the count can’t tell options apart, nobody is taken by chance: it is asked again.',
  },
}
export const NO_TIE = /*i18n*/ {
  id: 'decisions.says.no-tie',
  message: 'Nothing says what a tie does, so it can’t be opened.',
}
export const SEEN = {
  open: /*i18n*/ {
    id: 'decisions.says.open',
    message: 'Ballots are open: after the close the circle sees who voted what.',
  },
  named: /*i18n*/ {
    id: 'decisions.says.named',
    message:
      'Ballots are named: after the close those on the roll see who voted what, nobody else.',
  },
  secret: /*i18n*/ {
    id: 'decisions.says.secret',
    message:
      'Ballots are secret: the roll shows who took a paper, and nobody sees what is on it. It opens only where each group that is counted by itself has at least five voters.',
  },
  close: /*i18n*/ {
    id: 'decisions.says.shows-close',
    message:
      'Nothing but how many voted shows before the close. Until then a ballot may be changed; the last one counts.',
  },
  soon: /*i18n*/ {
    id: 'decisions.says.shows-open',
    message:
      'Results show while it is open. Until the close a ballot may be changed; the last one counts.',
  },
}
export const REVIEW = /*i18n*/ {
  id: 'decisions.says.review',
  message: 'It is asked again {days, plural, one {a day} other {# days}} after the count.',
}
export const RULES_ELSEWHERE = /*i18n*/ {
  id: 'decisions.says.rules-elsewhere',
  message: 'A change of these rules is decided as section 9 says.',
}
