/** Signing in by code. The answer to an asking never says whether the address is known here. */
import { randomInt } from 'node:crypto'
import { isRefusal } from '#kernel/change.ts'
import type { Reader, Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { endSessions, giveCookie, SESSION_COOKIE } from '#kernel/session.ts'
import type { Job } from '#kernel/slice.ts'
import { LOCALES, type Locale } from '#kernel/words.ts'
import { askForCode, signInWithCode, signOut } from '../api/sign-in.ts'
import { CODE_MINUTES, tryCode } from '../rules/codes.ts'
import { askFor, askingOf, closeTry, codesTried, type Purpose, setCode } from '../store/codes.ts'
import { looseGuests } from '../store/guests.ts'
import { invitationsOf, takeLink } from '../store/invitations.ts'
import type { PersonId } from '../rules/names.ts'
import { makePerson, personAt, personOf } from '../store/persons.ts'
import { browserIn, enter, isSecure, welcome } from './entrance.ts'
import { codeLetter, hallName } from './letters.ts'

const CODE_JOB = 'people.code'

/** Asks for a code in the name of a call; the mail follows by a job, at the same pace for all. */
export async function ask(call: Call, email: string, purpose: Purpose): Promise<void> {
  const { hall, caller, now } = call
  const browser = browserIn(call)
  const person = purpose === 'sign-in' ? null : caller.person
  const answer = await hall.transact(async (tx) => {
    const asked = await askFor(tx, { purpose, email, browser, ip: caller.ip, person, now })
    if ('id' in asked)
      await hall.jobs.send(CODE_JOB, { id: asked.id, locale: caller.locale }, { tx })
    return asked
  })
  if ('wait' in answer) throw new Refused('asked-often', { wait: answer.wait })
}

type Recipient = { name: string; locale: Locale | null }

/** Who reads a letter to this address: a person, somebody invited, a guest who signs up; else nobody. */
async function recipientOf(
  db: Reader,
  asking: NonNullable<Awaited<ReturnType<typeof askingOf>>>,
  now: string,
): Promise<Recipient | null> {
  const known = await personAt(db, asking.email)
  if (asking.purpose === 'address')
    return known || !asking.person ? null : personOf(db, asking.person)
  if (asking.purpose === 'record') return known && known.id !== asking.person ? known : null
  if (known) return known
  const [invitation] = await invitationsOf(db, asking.email, now)
  const [guest] = await looseGuests(db, asking.browser)
  if (!invitation && !guest) return null
  return { name: invitation?.name ?? guest?.name ?? '', locale: null }
}

async function sendCode(hall: Hall, data: Record<string, unknown>): Promise<void> {
  const now = hall.clock.now()
  const asking = await askingOf(hall.db, String(data['id']), now)
  const recipient = asking && (await recipientOf(hall.db, asking, now))
  if (!asking || !recipient) return
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await hall.transact((tx) => setCode(tx, asking, code))
  const locale = recipient.locale ?? LOCALES.find((known) => known === data['locale']) ?? 'en'
  const to = { name: recipient.name, address: asking.email }
  const letter = { to, locale, hall: await hallName(hall.db), origin: hall.config.origin }
  await hall.mail.deliver(codeLetter(letter, code))
}

export const codeJob: Job = { name: CODE_JOB, run: sendCode }

/** Tries a code and counts the try, for good; then refuses or runs what the right code opens. */
export async function tryWith<T>(
  call: Call,
  tried: { purpose: Purpose; email: string; code: string; browser: string },
  opens: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const answer = await call.hall.transact(async (tx) => {
    const codes = await codesTried(tx, tried)
    const change = tryCode(codes, call.now)
    await closeTry(tx, codes, !isRefusal(change), call.now)
    return isRefusal(change) ? change : { opened: await opens(tx) }
  })
  if ('refused' in answer) throw new Refused(answer.refused, answer.details)
  return answer.opened
}

/** The person of a proven address; made now if they were invited, or sign up as the guest they are. */
async function personFor(
  tx: Transaction,
  { email, browser, call }: { email: string; browser: string; call: Call },
): Promise<{ person: PersonId; fresh: boolean }> {
  const known = await personAt(tx, email)
  if (known) return { person: known.id, fresh: false }
  const invited = await invitationsOf(tx, email, call.now)
  const [guest] = await looseGuests(tx, browser)
  const name = guest?.name ?? invited.find((one) => one.name)?.name ?? email.split('@')[0] ?? email
  const { caller, now } = call
  const person = await makePerson(tx, { name, email, locale: caller.locale, zone: null, now })
  for (const { id } of invited) await takeLink(tx, { id, person, now })
  return { person, fresh: true }
}

export const codeServings = [
  serve(askForCode, async (call) => {
    await ask(call, call.body.email, 'sign-in')
    return { minutes: CODE_MINUTES }
  }),
  serve(signInWithCode, async (call) => {
    const { email, code } = call.body
    const browser = browserIn(call)
    const entered = await tryWith(
      call,
      { purpose: 'sign-in', email, code, browser },
      async (tx) => {
        const found = await personFor(tx, { email, browser, call })
        return enter(tx, call, { ...found, browser })
      },
    )
    return welcome(call, entered, browser)
  }),
  serve(signOut, async (call) => {
    const { person, session } = call.caller
    if (person && session) {
      await call.hall.transact((tx) => endSessions(tx, { person, session }))
      call.hall.live.expel({ session })
    }
    giveCookie(call.http, SESSION_COOKIE, null, isSecure(call))
    return {}
  }),
]
