/** Reminders before a term ends, each once, with what to do: the handover note, and who follows. */
import { DAY, type Instant, plus } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import type { Letter } from '#kernel/mail.ts'
import { wordsIn } from '#kernel/words.ts'
import { circleOf } from '#slices/circles/index.ts'
import { type Person, personOf } from '#slices/people/index.ts'
import { REMINDED_DAYS, reminderDue } from '../rules/terms.ts'
import { type Rulings, rulingsAt } from '../store/ruling.ts'
import * as terms from '../store/terms.ts'

const SUBJECT = /*i18n*/ {
  id: 'roles.mail.ends-subject',
  message: 'Your term as {role} ends on {day}',
}
const TEXT = /*i18n*/ {
  id: 'roles.mail.ends-text',
  message:
    'Your term as {role} in {circle} ends on {day}, in {days, plural, one {one day} other {# days}}.\n\nWrite what whoever comes next should know: what is open, where things are, whom to ask. And say whether you would like to go on or to hand it on:\n\n{link}',
}

type Ending = { role: string; circle: string; until: Instant; days: number; link: string }

function letter(to: Person & { email: string }, ending: Ending): Letter {
  const locale = to.locale ?? 'en'
  const words = wordsIn(locale)
  const day = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeZone: to.zone ?? 'UTC',
  }).format(new Date(ending.until))
  const values = { ...ending, day }
  return {
    to: { name: to.name, address: to.email },
    subject: words.say(SUBJECT, values),
    text: words.say(TEXT, values),
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
  }
}

async function remindOne(
  hall: Hall,
  row: terms.TermRow,
  { now, rulings }: { now: Instant; rulings: Rulings },
): Promise<void> {
  await hall.transact(async (tx) => {
    const due = reminderDue(terms.asTerm(row), await terms.remindersOf(tx, row.id), now)
    if (due === null || !(await terms.takeReminder(tx, row.id, due, now))) return
    const [person, circle, { rules }] = [
      await personOf(tx, row.person),
      await circleOf(tx, row.circle),
      await rulings(tx, row.circle),
    ]
    const role = rules.find(({ key }) => key === row.role)?.name
    if (!person?.email || !circle || !role || row.until === null) return
    const days = Math.ceil((Date.parse(row.until) - Date.parse(now)) / DAY)
    const link = `${hall.config.origin}/circles/${row.circle}/roles`
    await hall.mail.send(
      tx,
      letter(
        { ...person, email: person.email },
        { role, circle: circle.name, until: row.until, days, link },
      ),
    )
  })
}

/** Sends every reminder that is due now. */
export async function remindHolders(hall: Hall, now: Instant): Promise<void> {
  const run = { now, rulings: rulingsAt(now) }
  for (const row of await terms.endingBy(hall.db, plus(now, REMINDED_DAYS[0] * DAY)))
    await remindOne(hall, row, run)
}
