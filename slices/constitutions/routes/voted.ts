/** A version of the rules that members vote on: what a decision says of it, and what its outcome does. */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { isIdOf } from '#kernel/ids.ts'
import { Refused } from '#kernel/problem.ts'
import type { Words } from '#kernel/words.ts'
import type { CircleId } from '#slices/circles/index.ts'
import type { PersonId } from '#slices/people/index.ts'
import { adoptVersion, proposeVersion, soundParts, takeBack } from '../store/adopting.ts'
import { lockConstitution } from '../store/making.ts'
import { adoptersFor } from '../store/situation.ts'
import { constitutionOf, todayIn, type Version, versionOf } from '../store/versions.ts'
import { LACKS, SAID } from './voted-words.ts'

const isVersion = isIdOf('cst')

type Which = { circle: CircleId; ref: string; from: string | null }
type Asking = Which & { now: string; words: Words }
type By = { by: PersonId | null; now: string }
type Doing = Which & { does: 'passes' | 'fails'; decision: string; now: string }
type Lack = { who: string | null; refusal: Refusal }

const versionAt = async (db: Reader, { circle, ref }: Which): Promise<Version | null> =>
  isVersion(ref) ? versionOf(db, circle, ref) : null

/** The version, held, if it is still the one in the making. */
async function openIn(tx: Transaction, { circle, ref }: Which): Promise<Version | null> {
  const open = await lockConstitution(tx, circle)
  return open?.id === ref ? open : null
}

/** Where it is read: beside the rules that hold, where there are some. */
async function hrefOf(db: Reader, { circle, now }: Which & { now: string }, { id }: Version) {
  const rules = await constitutionOf(db, circle, now)
  const base = `/circles/${circle}/rules`
  return rules ? `${base}/compare?before=${rules.id}&after=${id}` : `${base}?version=${id}`
}

/** The day from which it holds: the one that was named, or the day of the outcome where it is later. */
async function dayFrom(db: Reader, from: string | null, now: string): Promise<string> {
  const today = await todayIn(db, now)
  return from === null || from < today ? today : from
}

export const rulesVoted = {
  kinds: ['rules'],
  async look(db: Reader, which: Asking) {
    const version = await versionAt(db, which)
    if (!version) return null
    const { say } = which.words
    const { from: day } = which
    return {
      decidedIn: which.circle,
      title: say(SAID.version),
      href: await hrefOf(db, which, version),
      gone: version.state === 'adopted' ? refuse('adopted-already') : null,
      passes: day === null ? say(SAID.holdsAtOnce) : say(SAID.holdsFrom, { day }),
      fails: say(SAID.staysDraft),
      stands: say(SAID.stands),
      aside: [],
      asksPerson: false,
    }
  },
  /** The stewards, whose draft it is. */
  async mayPut(db: Reader, person: PersonId, { circle }: Which): Promise<boolean> {
    return (await adoptersFor(db, circle)).includes(person)
  },
  async suggest(_db: Reader, { words: { say } }: Asking) {
    return {
      title: say(SAID.title),
      question: say(SAID.question),
      options: [],
      seats: 1,
      people: [],
      takesDay: true,
    }
  },
  /** From then on nobody changes it. Refuses what the validator calls an error. */
  async put(tx: Transaction, which: Which & { title: string }, { by, now }: By): Promise<void> {
    const open = await openIn(tx, which)
    if (!open) throw new Refused('nothing-proposed')
    if (open.state === 'proposed') throw new Refused('draft-proposed')
    await soundParts(tx, which.circle, open.parts)
    const day = await dayFrom(tx, which.from, now)
    await proposeVersion(tx, open, { day, why: open.why || which.title }, { by, now })
  },
  async release(tx: Transaction, which: Which, by: By): Promise<void> {
    const open = await openIn(tx, which)
    if (open?.state === 'proposed') await takeBack(tx, open, by)
  },
  async act(tx: Transaction, _hall: Hall, { does, decision, now, ...which }: Doing) {
    const lacks = (refusal: Refusal): Lack[] => [{ who: null, refusal }]
    const open = await openIn(tx, which)
    if (!open) return does === 'passes' ? lacks(refuse('version-gone')) : []
    if (does === 'fails') {
      await takeBack(tx, open, { by: null, now })
      return []
    }
    try {
      // Refuses before it writes.
      const day = await dayFrom(tx, which.from, now)
      const adopting = { day, adopters: [], decidedBy: decision }
      await adoptVersion(tx, which.circle, adopting, { by: null, now })
      return []
    } catch (cause) {
      if (cause instanceof Refused) return lacks(cause.refusal)
      throw cause
    }
  },
  say({ refusal }: Lack, { say }: Words): string {
    const said = LACKS[refusal.refused] ?? LACKS['else']
    return said ? say(said, refusal.details) : ''
  },
}
