/** What a decision is about: put to the vote where it lies, and shown on its page. */
import { refuse, type Refusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { type Words, wordsIn } from '#kernel/words.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { namesOf, type PersonId } from '#slices/people/index.ts'
import type { z } from 'zod'
import type { SubjectGiven } from '../api/shapes.ts'
import { readSubject } from '../api/subjects.ts'
import type { Kind } from '../rules/kinds/kind.ts'
import { unfitSubject } from '../rules/life/subject.ts'
import { kindsIn } from '../store/kinds.ts'
import {
  decisionsAbout,
  isGoing,
  type Look,
  lookAt,
  type Subject,
  subjectRow,
  subjects,
  type Which,
  whichOf,
} from '../store/subjects.ts'
import type { Decision } from '../store/tables.ts'
import { refusals } from './refusals.ts'

type Given = z.output<typeof SubjectGiven>
type Shape = Pick<Call, 'db' | 'caller' | 'now'>

const whichIn = (circle: CircleId, { ref, from, person }: Given): Which => ({
  circle,
  ref,
  from,
  person,
})

async function looked(call: Shape, about: string, which: Which): Promise<[Subject, Look]> {
  const subject = subjects.at(about)
  const words = wordsIn(call.caller.locale)
  const look = await subject?.look(call.db, { ...which, now: call.now, words })
  if (!subject || !look) throw new Refused('not-found')
  return [subject, look]
}

type Asked = { circle: CircleId; given: Given; kind: Kind; but?: Decision['id'] }

/** Whether a decision of a kind may be about something; throws why it may not. */
export async function mustFit(call: Shape, { circle, given, kind, but }: Asked): Promise<void> {
  const { about, ref } = given
  const which = whichIn(circle, given)
  const [subject, look] = await looked(call, about, which)
  const me = meIn(call.caller)
  const unfit = unfitSubject({
    kind,
    kinds: subject.kinds,
    decidedIn: look.decidedIn,
    circle,
    mayPut: await subject.mayPut(call.db, me, { ...which, now: call.now }),
    gone: look.gone,
    going: await isGoing(call.db, { circle, about, ref }, but),
    person: { asked: look.asksPerson, named: given.person !== null },
  })
  if (unfit) throw new Refused(unfit.refused, unfit.details)
}

/** It is put before the circle: looked at once more, and what it is about stands still. */
export async function putSubject(
  tx: Transaction,
  call: Shape,
  { decision: { id, circle }, kind, title }: { decision: Decision; kind: Kind; title: string },
): Promise<void> {
  const row = await subjectRow(tx, id)
  if (!row) return
  const given = { about: row.about, ref: row.ref, from: row.from_day, person: row.person }
  await mustFit({ ...call, db: tx }, { circle, given, kind, but: id })
  const by = { by: call.caller.person, now: call.now }
  await subjects.at(row.about)?.put?.(tx, { ...whichOf(row), title }, by)
}

/** The sentence of a refusal of this slice; what is over or not ripe is said by the one that owns it. */
function sayWhy(unfit: Refusal, subject: Subject, words: Words): string {
  const own = refusals[unfit.refused]
  return own ? words.say(own.say, unfit.details) : subject.say({ who: null, refusal: unfit }, words)
}

const read = serve(readSubject, async (call) => {
  const { db, params, caller, now } = call
  const { about, ref } = params
  const words = wordsIn(caller.locale)
  const which: Which = { circle: params.circle, ref, from: null, person: null }
  const [subject, look] = await looked(call, about, which)
  const { decidedIn: circle } = look
  const may = await subject.mayPut(db, meIn(caller), { ...which, now })
  if (!may && circle !== params.circle) throw new Refused('not-found')
  const [suggested, kinds, going, decisions] = await Promise.all([
    subject.suggest(db, { ...which, now, words }),
    kindsIn(db, circle, now, words),
    isGoing(db, { circle, about, ref }),
    decisionsAbout(db, { circle, about, ref }),
  ])
  const fitting = (kinds?.kinds ?? []).filter(
    ({ about: of, method }) => subject.kinds.includes(of) && method.kind !== 'advice',
  )
  const [kind] = fitting
  const person = { asked: false, named: false }
  const putting = { kinds: subject.kinds, circle, mayPut: may, going, person, ...look }
  const unfit = kind ? unfitSubject({ ...putting, kind }) : refuse('no-such-kind')
  return {
    ...suggested,
    what: look.title,
    href: look.href,
    kinds: fitting.map(({ key }) => key),
    why: unfit && sayWhy(unfit, subject, words),
    passes: look.passes,
    fails: look.fails,
    asksPerson: look.asksPerson,
    decidedIn: circle,
    decisions,
  }
})

async function nameOf(db: Reader, person: PersonId | null): Promise<string | null> {
  if (person === null) return null
  return (await namesOf(db, [person])).get(person)?.name ?? ''
}

/** What a decision is about, as its page shows it; null where it is about its text alone. */
export async function shownSubject({ db, caller, now }: Shape, { id, state }: Decision) {
  const words = wordsIn(caller.locale)
  const found = await lookAt(db, id, { now, words })
  if (!found) return null
  const { row, subject, look } = found
  const said = row.lacks.map((lack) => subject.say(lack, words))
  const acted = row.did === 'done' || row.did === 'partly'
  return {
    about: row.about,
    ref: row.ref,
    title: look?.title ?? '',
    href: look?.href ?? '',
    from: row.from_day,
    person: await nameOf(db, row.person),
    passes: look?.passes ?? '',
    fails: look?.fails ?? '',
    gone: look?.gone && row.did === null ? sayWhy(look.gone, subject, words) : null,
    did: row.did,
    lacks: said,
    stands: state === 'void' && acted ? (look?.stands ?? null) : null,
  }
}

export const subjectServings = [read]
