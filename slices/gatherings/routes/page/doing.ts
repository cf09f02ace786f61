/** What is posted from the invitation page: an answer, and coming in. */
import type { Context } from 'hono'
import { z } from 'zod'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { readBytes, decodeUtf8 } from '#kernel/request-body.ts'
import { browserFor } from '#kernel/session.ts'
import { line } from '#kernel/text.ts'
import { enterAsGuest, personOf } from '#slices/people/index.ts'
import { phaseOf } from '../../rules/doors.ts'
import { saveAnswer } from '../../store/answers.ts'
import { inviteToGathering } from '../../store/invitations.ts'
import { openDoor } from '../../store/links.ts'
import { stillComing } from '../inviting.ts'
import { invitationPage } from './invitation.ts'
import { invitationFor, type Visit } from './loading.ts'
import { say } from './words.ts'

const MOST_FORM = 8 * 1024
/** A hall of some hundreds comes within a minute; a flood does not. */
const NEWCOMERS = { count: 500, seconds: 60 }

const AnswerForm = z.object({ answer: z.enum(['yes', 'maybe', 'no']) })
const NameForm = z.object({ name: line(80) })

/** The fields of a form, each once. */
export async function fieldsOf(c: Context): Promise<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(decodeUtf8(await readBytes(c.req.raw, MOST_FORM))))
}

/** Keeps an answer and shows the page again; posting again answers again. */
export async function answerByForm(hall: Hall, c: Context, of: Visit): Promise<Response> {
  const form = AnswerForm.safeParse(await fieldsOf(c))
  if (!form.success) throw new Refused('not-understood')
  const { gathering, invitation, caller, path } = of
  const now = hall.clock.now()
  stillComing(gathering, now)
  const who = invitation ? (invitation.person ?? invitation.id) : caller.person
  if (who === null) throw new Refused('sign-in-first')
  await hall.transact(async (tx) => {
    const person = !invitation && caller.person ? await personOf(tx, caller.person) : null
    if (person?.email) {
      const invitee = { email: person.email, name: null, person: person.id }
      const how = { by: null, now, locale: caller.locale, told: gathering.sequence }
      await inviteToGathering(tx, gathering.id, [invitee], how)
    }
    await saveAnswer(tx, gathering.id, { who, answer: form.data.answer }, now)
  })
  return c.redirect(path, 303)
}

/** Lets somebody in: who is signed in at once, a guest with a name; then to the room. */
export async function comeIn(hall: Hall, c: Context, of: Visit): Promise<Response> {
  const { gathering, caller, invitation, way } = of
  const now = hall.clock.now()
  if (phaseOf(gathering, now) !== 'open') return c.redirect(of.path, 303)
  const wait = hall.limits.take(`come in ${gathering.id}`, NEWCOMERS, now)
  if (wait > 0) throw new Refused('too-often', { wait })
  const form = NameForm.safeParse(await fieldsOf(c))
  if (!caller.person && !form.success) {
    const page = await invitationFor(hall, c, of)
    const mistake = page.words.say(say.nameNeeded)
    return invitationPage({ ...page, entrance: { ...page.entrance, mistake }, status: 422 })
  }
  const browser = browserFor(c, caller, hall.config.origin.startsWith('https:'))
  await hall.transact(async (tx) => {
    const key = way.key === gathering.key ? way.key : null
    const door = { gathering: gathering.id, browser, key, invitation: invitation?.id ?? null }
    await openDoor(tx, door, now)
    if (!caller.person && form.success)
      await enterAsGuest(tx, { gathering: gathering.id, browser, name: form.data.name, now })
  })
  return c.redirect(`/gatherings/${gathering.id}/room`, 303)
}
