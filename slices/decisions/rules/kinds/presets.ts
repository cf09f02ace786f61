/**
 * The kinds of decision of the models, to begin with. Those of Robert’s Rules of Order (RONR, 12th edition):
 * more than half of the members are a quorum (40:2); more than half of the votes cast decide, abstentions
 * not counted (44:1); two thirds where rights are limited, and previous notice for what is settled (10:44,
 * 44:3); nobody votes for another (45:70); no lot breaks a tie, a motion on which votes are level fails, and
 * an election is held again (44:12, 46:32). Elections are by ranking, as bylaws may allow (45:62).
 */
import type { Preset, Say } from '#slices/constitutions/index.ts'
import type { Kind, KindsPart, Method } from './kind.ts'

type Marked = { id: string; message: string }

const NAMES = {
  ordinary: /*i18n*/ { id: 'decisions.preset.ordinary', message: 'An ordinary decision' },
  extraordinary: /*i18n*/ { id: 'decisions.preset.extraordinary', message: 'A decision of weight' },
  election: /*i18n*/ { id: 'decisions.preset.election', message: 'An election' },
  membership: /*i18n*/ { id: 'decisions.preset.membership', message: 'A decision on membership' },
  spending: /*i18n*/ { id: 'decisions.preset.spending', message: 'A larger expense' },
} satisfies Record<string, Marked>
const BY_ADVICE: Marked = /*i18n*/ {
  id: 'decisions.preset.advice',
  message: 'A matter within a working circle',
}

type Given = Pick<Kind, 'method'> & Partial<Omit<Kind, 'key' | 'name' | 'about' | 'method'>>
type Model = Record<keyof typeof NAMES, Given>

const PLAIN: Omit<Kind, 'key' | 'name' | 'about' | 'method'> = {
  above: null,
  opens: 'propose',
  supporters: 0,
  voters: [],
  weights: { kind: 'flat' },
  quorum: null,
  talkDays: 3,
  leastDays: 5,
  mostDays: 28,
  urgent: null,
  secrecy: 'open',
  shows: 'close',
  reviewDays: null,
}

/** A question that passes with more than, or at least, such a part of the votes cast. */
function reaching(
  of: number,
  whole: number,
  strict: boolean,
): Extract<Method, { kind: 'question' }> {
  return {
    kind: 'question',
    threshold: { reach: { of, in: whole }, strict },
    base: 'cast',
    inEach: null,
    block: { kind: 'forbidden' },
    leastFavour: null,
    mostAgainst: null,
  }
}

const MAJORITY = reaching(1, 2, true)
const CONSENT: Method = { kind: 'consent' }
const CONSENSUS: Method = {
  kind: 'consensus',
  asideMost: { of: 1, in: 5 },
  block: { kind: 'stops', allowed: 0 },
  mostAgainst: null,
}
const SEATS: Method = { kind: 'ranked', count: 'scottish-stv', ties: 'lot' }
const euros = (sum: number): Kind['above'] => ({ minor: sum * 100, currency: 'EUR' })
const quorum = (of: 'voters' | 'each-class', whole: number): Kind['quorum'] => ({
  of,
  reach: { of: 1, in: whole },
})

/** Moved from the floor of a general meeting or an assembly. */
const floor = (seconds: number): Pick<Kind, 'gathering'> => ({
  gathering: { seconds, quorum: 'present' },
})

const OPEN_SOURCE: Model = {
  ordinary: { method: CONSENT, talkDays: 0, leastDays: 3, urgent: { days: 1, supporters: 1 } },
  extraordinary: { method: reaching(2, 3, false), quorum: quorum('voters', 2), leastDays: 7 },
  election: {
    method: { kind: 'approval', count: 'approval', most: null, ties: 'lot' },
    leastDays: 7,
  },
  membership: { method: CONSENT, leastDays: 7 },
  spending: { method: MAJORITY, above: euros(500), quorum: quorum('voters', 2), leastDays: 7 },
}
const CONSUMER: Model = {
  ordinary: {
    method: MAJORITY,
    quorum: quorum('voters', 10),
    supporters: 2,
    reviewDays: 365,
    ...floor(1),
  },
  extraordinary: {
    method: reaching(3, 4, false),
    quorum: quorum('voters', 5),
    supporters: 9,
    talkDays: 14,
    leastDays: 14,
  },
  election: {
    method: SEATS,
    opens: 'steward',
    quorum: quorum('voters', 10),
    secrecy: 'named',
    talkDays: 14,
    leastDays: 7,
    ...floor(1),
  },
  membership: { method: MAJORITY, opens: 'steward', quorum: quorum('voters', 10), leastDays: 7 },
  spending: {
    method: MAJORITY,
    above: euros(10_000),
    quorum: quorum('voters', 5),
    leastDays: 10,
    ...floor(1),
  },
}
const MOVEMENT: Model = {
  ordinary: {
    method: CONSENSUS,
    quorum: quorum('voters', 2),
    talkDays: 7,
    leastDays: 7,
    urgent: { days: 2, supporters: 2 },
    ...floor(0),
  },
  extraordinary: {
    method: CONSENSUS,
    quorum: { of: 'voters', reach: { of: 2, in: 3 } },
    talkDays: 28,
    leastDays: 14,
  },
  election: {
    method: { kind: 'approval', count: 'approval', most: null, ties: 'again' },
    quorum: quorum('voters', 2),
    leastDays: 7,
  },
  membership: { method: CONSENSUS, quorum: quorum('voters', 2), talkDays: 14, leastDays: 14 },
  spending: {
    method: CONSENSUS,
    above: euros(300),
    quorum: quorum('voters', 2),
    leastDays: 7,
    ...floor(0),
  },
}
const MORE_THAN_HALF: Kind['quorum'] = { of: 'voters', reach: { of: 1, in: 2 }, strict: true }
const SOCIETY: Partial<Kind> = {
  opens: 'vote',
  supporters: 1,
  quorum: MORE_THAN_HALF,
  talkDays: 0,
  leastDays: 1,
  mostDays: 30,
  noProxies: true,
}
const PARLIAMENTARY: Model = {
  ordinary: { ...SOCIETY, method: MAJORITY, ...floor(1) },
  extraordinary: { ...SOCIETY, method: reaching(2, 3, false), talkDays: 14 },
  election: {
    ...SOCIETY,
    method: { kind: 'ranked', count: 'irv', ties: 'again' },
    supporters: 0,
    secrecy: 'named',
    ...floor(0),
  },
  membership: { ...SOCIETY, method: reaching(2, 3, false), ...floor(1) },
  spending: { ...SOCIETY, method: reaching(2, 3, false), above: euros(0), ...floor(1) },
}
const COLLEGES: Method = {
  ...reaching(2, 3, false),
  inEach: { reach: { of: 1, in: 2 }, strict: true, absent: 'left-out' },
}
const third = (key: string) => ({ class: key, part: { of: 1, in: 3 } })
const THIRDS: Kind['weights'] = {
  kind: 'share-by-votes',
  shares: [third('custodian'), third('producer'), third('consumer')],
  empty: 'lapses',
}
const FULL_COMMONS: Model = {
  ordinary: {
    method: CONSENT,
    reviewDays: 180,
    urgent: { days: 2, supporters: 2 },
    ...floor(0),
  },
  extraordinary: {
    method: COLLEGES,
    quorum: quorum('each-class', 3),
    talkDays: 14,
    leastDays: 10,
    supporters: 1,
  },
  election: {
    method: SEATS,
    quorum: quorum('each-class', 4),
    secrecy: 'named',
    talkDays: 4,
    leastDays: 7,
  },
  membership: { method: CONSENT, talkDays: 7, leastDays: 7 },
  spending: {
    method: MAJORITY,
    weights: THIRDS,
    above: euros(1000),
    quorum: quorum('voters', 3),
    leastDays: 7,
  },
}

/** What a working circle does within its purpose: whoever does it decides it, having asked. */
const adviceKind = (say: Say): Kind => ({
  ...PLAIN,
  key: 'advice',
  about: 'ordinary',
  name: say(BY_ADVICE),
  method: { kind: 'advice', least: 2, waits: { kind: 'days', days: 7 } },
  talkDays: 0,
  leastDays: 0,
  mostDays: 0,
  reviewDays: 180,
})

function partOf(model: Model, voters: string[], say: Say): KindsPart {
  const one = (key: keyof Model): Kind => ({
    ...PLAIN,
    voters,
    ...model[key],
    key,
    about: key,
    name: say(NAMES[key]),
  })
  return {
    kinds: [
      one('ordinary'),
      one('extraordinary'),
      one('election'),
      one('membership'),
      one('spending'),
    ],
  }
}

/** The kinds of each preset, in the words of a language. */
export function kindsPresets(say: Say): Record<Preset, KindsPart> {
  return {
    'open-source': partOf(OPEN_SOURCE, ['maintainer'], say),
    consumer: partOf(CONSUMER, ['member'], say),
    movement: partOf(MOVEMENT, ['assembly'], say),
    'full-commons': {
      kinds: [
        ...partOf(FULL_COMMONS, ['custodian', 'producer', 'consumer'], say).kinds,
        adviceKind(say),
      ],
    },
    parliamentary: partOf(PARLIAMENTARY, ['member'], say),
  }
}
