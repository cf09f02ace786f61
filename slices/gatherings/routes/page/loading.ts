/** What the invitation page must know, loaded for one reader. */
import type { Context } from 'hono'
import type { Hall } from '#kernel/hall.ts'
import { Refused } from '#kernel/problem.ts'
import { callerAt } from '#kernel/caller.ts'
import { type Caller, giveCookie, LOCALE_COOKIE } from '#kernel/session.ts'
import { LOCALES, wordsIn } from '#kernel/words.ts'
import { circleOf, coop } from '#slices/circles/index.ts'
import { guestOf, namesOf, personOf } from '#slices/people/index.ts'
import { maySee } from '../../rules/access.ts'
import { phaseOf } from '../../rules/doors.ts'
import { Zone } from '../../rules/zones.ts'
import { addresseeOf } from '../../store/addressees.ts'
import { type Gathering, gatheringOf } from '../../store/gatherings.ts'
import { answerOf } from '../../store/answers.ts'
import type { CallInvitation } from '../../store/invitations.ts'
import { invitationByToken } from '../../store/links.ts'
import { readerOf } from '../../store/readers.ts'
import { countsOf } from '../../store/views.ts'
import type { Invitation } from './invitation.ts'
import { peopleOf } from './who.ts'
import { say } from './words.ts'

/** How somebody came: by the gathering's page, its entry link, or a personal link. */
export type Way = { id: string; key?: string; token?: string }

export type Visit = {
  gathering: Gathering
  caller: Caller
  invitation: CallInvitation | null
  way: Way
  /** This page's own address below the origin. */
  path: string
}

/** The language that was asked for in the address; it is kept, so that the next page speaks it too. */
function chosenLocale(hall: Hall, c: Context, caller: Caller): Caller {
  const locale = LOCALES.find((known) => known === c.req.query('lang'))
  if (!locale) return caller
  giveCookie(c, LOCALE_COOKIE, locale, hall.config.origin.startsWith('https:'))
  return { ...caller, locale }
}

/** The gathering, if this caller may see it by this way; refuses `not-found`. */
export async function visit(hall: Hall, c: Context, way: Way): Promise<Visit> {
  const { db } = hall
  const invitation = way.token ? ((await invitationByToken(db, way.token)) ?? null) : null
  const gathering = await gatheringOf(db, invitation?.gathering ?? way.id)
  if (!gathering || (way.token && !invitation)) throw new Refused('not-found')
  const caller = chosenLocale(hall, c, await callerAt(hall, c))
  const { person, browser } = caller
  const who = await readerOf(db, gathering, { person, browser, key: way.key, token: way.token })
  if (!maySee(gathering.access, who)) throw new Refused('not-found')
  const own = way.key ? `/g/${gathering.id}/${way.key}` : `/g/${gathering.id}`
  const path = way.token ? `/i/${way.token}` : own
  return { gathering, caller, invitation, way, path }
}

async function nameAndZone(hall: Hall, { caller, invitation, gathering }: Visit) {
  const { db } = hall
  const person = caller.person ? await personOf(db, caller.person) : null
  if (person) return { name: person.name, zone: person.zone, locale: null }
  const to = invitation ? await addresseeOf(db, invitation, gathering) : null
  const guest = await guestOf(db, gathering.id, caller.browser)
  const named = invitation?.person || invitation?.name ? (to?.name ?? null) : null
  const zone = invitation?.person && to?.zone !== gathering.zone ? (to?.zone ?? null) : null
  return { name: guest?.name ?? named, zone, locale: to?.locale ?? null }
}

async function answeringOf(hall: Hall, of: Visit, name: string | null) {
  const { caller, invitation, gathering, path } = of
  const who = invitation ? (invitation.person ?? invitation.id) : caller.person
  if (who === null) return null
  const given = (await answerOf(hall.db, gathering.id, who)) ?? null
  return { action: path, name: name?.split(' ')[0] ?? null, given }
}

async function names(hall: Hall, { gathering }: Visit) {
  const [circle, whole, people] = await Promise.all([
    gathering.circle ? circleOf(hall.db, gathering.circle) : null,
    coop(hall.db),
    namesOf(hall.db, gathering.facilitators),
  ])
  const facilitators = gathering.facilitators.map((id) => ({
    id,
    name: people.get(id)?.name ?? '',
  }))
  return { circle: circle ?? whole, whole, facilitators }
}

/** Everything for the page. */
export async function invitationFor(hall: Hall, c: Context, of: Visit): Promise<Invitation> {
  const { gathering, caller, way, path } = of
  const now = hall.clock.now()
  const { name, zone, locale } = await nameAndZone(hall, of)
  const chosen = c.req.query('lang') === undefined && c.req.header('cookie') === undefined
  const words = wordsIn(chosen && locale ? locale : caller.locale)
  const { circle, whole, facilitators } = await names(hall, of)
  const asked = Zone.safeParse(c.req.query('zone'))
  const phase = phaseOf(gathering, now)
  const query = way.key ? `?key=${encodeURIComponent(way.key)}` : ''
  return {
    gathering,
    words,
    zone: asked.success ? asked.data : zone,
    people: peopleOf(gathering, facilitators, words),
    counts: await countsOf(hall.db, gathering),
    hall: whole?.name ?? 'Moothall',
    circle: circle?.name ?? words.say(say.hall),
    circleFeed: `/feeds/${gathering.circle ?? 'public'}.atom`,
    origin: hall.config.origin,
    answering: await answeringOf(hall, of, name),
    entrance: {
      open: phase === 'open',
      action: `${path}/come-in`,
      signedIn: caller.person !== null,
      name: name ?? '',
      mistake: null,
    },
    calendar: way.token ? `/i/${way.token}/gathering.ics` : `/g/${gathering.id}.ics${query}`,
    path,
    phase,
  }
}
