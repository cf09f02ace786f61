/** An application that members vote on: what a decision says of it, and what its outcome does. */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { isIdOf } from '#kernel/ids.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { namesOf, type PersonId, personOf } from '#slices/people/index.ts'
import type { Decides } from '../rules/ways.ts'
import { type Application, applicationOf, lockApplication } from '../store/applications.ts'
import { decidesOn, decidingCircle } from '../store/deciding.ts'
import { holdDoor } from '../store/entering.ts'
import { rulesOf } from '../store/rules.ts'
import { wayOf } from '../store/standing.ts'
import { stepNow } from '../store/steps.ts'
import { decideApplication } from './decided.ts'
import { LACKS, SAID } from './voted-words.ts'

const isApplication = isIdOf('apl')
const STEWARDS: Decides = { kind: 'role', role: 'steward' }

type Which = { ref: string; now: string }
type Asking = Which & { words: Words }
export type Doing = Which & { does: 'passes' | 'fails'; title: string }
export type Lack = { who: string | null; refusal: Refusal }

/** Why something did not happen, in the words of the membrane. */
export function sayLack({ refusal }: Lack, { say }: Words): string {
  const said = LACKS[refusal.refused] ?? LACKS['else']
  return said ? say(said) : ''
}

async function applicationAt(db: Reader, ref: string): Promise<Application | undefined> {
  return isApplication(ref) ? applicationOf(db, ref) : undefined
}

const decidesIn = async (db: Reader, one: Application): Promise<Decides> =>
  (await wayOf(db, one))?.application?.decides ?? STEWARDS

async function namesIn(db: Reader, { circle, person, coop, class: key }: Application, now: string) {
  const [names, { classes }] = await Promise.all([namesOf(db, [person]), rulesOf(db, circle, now)])
  return {
    name: coop?.name ?? names.get(person)?.name ?? '',
    class: classes.find((one) => one.key === key)?.name ?? key,
  }
}

/** Ripe once sponsors and waiting time are there; over once it was decided or withdrawn. */
async function goneIn(db: Reader, one: Application, now: string): Promise<Refusal | null> {
  const { waits, sponsorsMissing, waitUntil } = await stepNow(db, one, now)
  if (waits === 'nothing') return refuse('application-over')
  if (waits === 'sponsors') return refuse('sponsors-missing', { count: sponsorsMissing })
  return waits === 'time' ? refuse('still-waiting', { day: waitUntil?.slice(0, 10) }) : null
}

async function look(db: Reader, { ref, now, words: { say } }: Asking) {
  const one = await applicationAt(db, ref)
  if (!one) return null
  const by = await decidesIn(db, one)
  const named = await namesIn(db, one, now)
  const decidedIn: CircleId =
    by.kind === 'circle' ? await decidingCircle(db, one.circle, by.circle) : one.circle
  return {
    decidedIn,
    title: say(SAID.asks, named),
    href: `/applications/${one.id}`,
    gone: await goneIn(db, one, now),
    passes: say(SAID.in, named),
    fails: say(SAID.notIn),
    stands: say(SAID.inStands),
    aside: [],
    asksPerson: false,
  }
}

async function act(tx: Transaction, hall: Hall, { ref, does, title, now }: Doing): Promise<Lack[]> {
  const one = isApplication(ref) ? await lockApplication(tx, ref) : undefined
  if (!one) return [{ who: null, refusal: refuse('application-over') }]
  await holdDoor(tx, one.circle)
  const applicant = await personOf(tx, one.person)
  const { say } = wordsIn(applicant?.locale ?? 'en')
  const accept = does === 'passes'
  const reason = accept ? '' : say(SAID.refused, { title })
  const refusal = await decideApplication(
    tx,
    hall,
    one,
    { accept, reason, circleSize: null },
    { by: null, now },
  )
  return refusal ? [{ who: null, refusal }] : []
}

export const applicationsVoted = {
  kinds: ['membership'],
  look,
  act,
  say: sayLack,
  /** Whoever decides on it by the rules of the circle; never the applicant. */
  async mayPut(db: Reader, person: PersonId, { ref, now }: Which): Promise<boolean> {
    const one = await applicationAt(db, ref)
    if (!one || one.person === person) return false
    const by = await decidesIn(db, one)
    return decidesOn(db, person, { circle: one.circle, by, now })
  },
  async suggest(db: Reader, { ref, now, words: { say } }: Asking) {
    const one = await applicationAt(db, ref)
    const named = one ? await namesIn(db, one, now) : { name: '', class: '' }
    return {
      title: say(SAID.asks, named),
      question: say(SAID.question, named),
      options: [],
      seats: 1,
      people: [],
      takesDay: false,
    }
  },
}
