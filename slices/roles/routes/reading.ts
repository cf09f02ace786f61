/** Reading roles: a circle's, their history, the overview, my own. */
import { meIn } from '#kernel/session.ts'
import type { Call } from '#kernel/serve.ts'
import { serve } from '#kernel/serve.ts'
import type { Output } from '#kernel/operation.ts'
import { allCircles, circleOf, type CircleId } from '#slices/circles/index.ts'
import { namesOf } from '#slices/people/index.ts'
import * as api from '../api/roles.ts'
import { besideOther, rolesHeld } from '../rules/beside.ts'
import { nextInTurn } from '../rules/rotation.ts'
import { onTheSameShoulders } from '../rules/shoulders.ts'
import { heldAt, unfit, vacancy } from '../rules/terms.ts'
import { drawsOf } from '../store/draws.ts'
import { handoversOf } from '../store/handovers.ts'
import { rulingIn } from '../store/ruling.ts'
import * as terms from '../store/terms.ts'
import { skipsOf, type Wish } from '../store/wishes.ts'
import {
  type RoleState,
  turningOf,
  type Turning,
  willingFor,
  type Wishing,
  wishingIn,
} from './held.ts'
import { nameIn, type Names, shownTerm } from './shown.ts'

type RoleShown = Output<typeof api.readRoles>['roles'][number]
type Seen = Wishing & {
  names: Names
  draws: Awaited<ReturnType<typeof drawsOf>>
  held: ReadonlySet<string>
}

const named = (names: Names) => (person: Wish['person']) => ({
  person,
  name: nameIn(names, person),
})

function turnsShown({ turns, passedOver }: Turning, names: Names): RoleShown['turns'] {
  return turns.map(({ person, inPlaceOf = null, ...turn }) => ({
    ...named(names)(person),
    ...turn,
    passedOver: passedOver.has(person),
    inPlaceOf,
  }))
}

function meWith(state: RoleState, seen: Seen, next: string | null, call: Call): RoleShown['me'] {
  const me = meIn(call.caller)
  const { rule, ruling } = state
  const held = state.rows.find(
    (row) => row.person === me && row.ended_at === null && row.began_at !== null,
  )
  const beside = besideOther(ruling.rules, rule, seen.held) ? 'not-beside' : null
  return {
    unfit: unfit(rule, state.terms, ruling.candidates.get(me), call.now) ?? beside,
    holds: held?.id ?? null,
    willing: willingFor(state, seen.wishes).includes(me),
    myTurn: next === me,
  }
}

function roleShown(call: Call, state: RoleState, seen: Seen): RoleShown {
  const { now } = call
  const { rule, rows } = state
  const { names, wishes } = seen
  const open = rows.filter((row) => row.ended_at === null)
  const shown = (row: terms.TermRow) => shownTerm(row, names, wishes)
  const turning =
    rule.filled === 'rotated'
      ? turningOf(state, seen, now)
      : { turns: [], passedOver: new Set<Wish['person']>() }
  const next = nextInTurn(turning.turns, turning.passedOver)?.person ?? null
  const draw = seen.draws.find(({ role, drawn_at: at }) => role === rule.key && at === null)
  return {
    ...rule,
    holders: open.filter((row) => heldAt(terms.asTerm(row), now)).map(shown),
    coming: open.filter((row) => row.from > now).map(shown),
    vacancy: vacancy(rule, state.terms, now),
    willing: willingFor(state, wishes).map(named(names)),
    turns: turnsShown(turning, names),
    next,
    swaps: seen.swaps
      .filter(({ role }) => role === rule.key)
      .map(({ first, second, agreed_at: at }) => ({
        first: named(names)(first),
        second: named(names)(second),
        agreed: at !== null,
      })),
    draw: draw?.id ?? null,
    me: meWith(state, seen, next, call),
  }
}

async function rolesShown(call: Call, circle: CircleId) {
  const { db, now } = call
  const ruling = await rulingIn(db, circle, now)
  const [rows, wishing, draws] = await Promise.all([
    terms.termsOf(db, { circle }),
    wishingIn(db, circle),
    drawsOf(db, circle),
  ])
  const me = meIn(call.caller)
  const names = await namesOf(db, [
    ...rows.map(({ person }) => person),
    ...wishing.wishes.map(({ person }) => person),
    ...ruling.candidates.keys(),
  ])
  const seen = {
    ...wishing,
    names,
    draws,
    held: me ? rolesHeld(rows.map(terms.asTerm), me, now) : new Set<string>(),
  }
  const roles = ruling.rules.map((rule) => {
    const own = rows.filter(({ role }) => role === rule.key)
    const state = { circle, rule, ruling, rows: own, terms: own.map(terms.asTerm) }
    return roleShown(call, state, seen)
  })
  const steward = ruling.stewards.has(me)
  const members = steward ? [...ruling.candidates.keys()].map(named(names)) : []
  const sorted = new Intl.Collator(call.caller.locale)
  return { roles, steward, members: members.toSorted((a, b) => sorted.compare(a.name, b.name)) }
}

async function overviewOf(call: Call, circle: CircleId): Promise<Output<typeof api.overview>> {
  const { db, now } = call
  const circles = (await allCircles(db)).filter(
    ({ id, parent, kind }) => id === circle || (parent === circle && kind === 'working'),
  )
  const told: Output<typeof api.overview> = { ending: [], empty: [], shoulders: [] }
  const held: Parameters<typeof onTheSameShoulders>[0][number][] = []
  for (const { id, name: circleName } of circles) {
    const { rules } = await rulingIn(db, id, now)
    const rows = await terms.termsOf(db, { circle: id })
    const names = await namesOf(
      db,
      rows.map(({ person }) => person),
    )
    for (const rule of rules) {
      const own = rows.filter(({ role, ended_at: at }) => role === rule.key && at === null)
      const at = { circle: id, circleName, title: rule.name }
      told.ending.push(
        ...own
          .filter(({ until }) => until !== null)
          .map((row) => ({ ...shownTerm(row, names, []), ...at })),
      )
      const open = vacancy(rule, own.map(terms.asTerm), now)
      if (open) told.empty.push({ ...at, role: rule.key, ...open })
      for (const row of own.filter((one) => heldAt(terms.asTerm(one), now)))
        held.push({
          person: row.person,
          name: nameIn(names, row.person),
          circle: circleName,
          role: rule.name,
          deputy: row.deputy,
        })
    }
  }
  told.ending.sort((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))
  return { ...told, shoulders: onTheSameShoulders(held, call.caller.locale) }
}

async function mine(call: Call): Promise<Output<typeof api.myRoles>['terms']> {
  const { db, now } = call
  const me = meIn(call.caller)
  const rows = await terms.termsOfPerson(db, me)
  const names = await namesOf(db, [me])
  const written = await handoversOf(
    db,
    rows.map(({ id }) => id),
  )
  const shown: Output<typeof api.myRoles>['terms'] = []
  for (const row of rows) {
    const circle = await circleOf(db, row.circle)
    const { rules } = await rulingIn(db, row.circle, now)
    const before = (await terms.termsOf(db, row)).filter(
      (other) => other.id !== row.id && other.person !== me && other.ended_at !== null,
    )
    const unread = (
      await handoversOf(
        db,
        before.map(({ id }) => id),
      )
    ).filter(({ read_at: at }) => at === null)
    const open = row.ended_at === null
    shown.push({
      ...shownTerm(row, names, []),
      circle: row.circle,
      circleName: circle?.name ?? '',
      title: rules.find(({ key }) => key === row.role)?.name ?? row.role,
      handoverWritten: written.some(({ term }) => term === row.id),
      toRead: open ? (unread.at(-1)?.term ?? null) : null,
    })
  }
  return shown
}

export const readingServings = [
  serve(api.readRoles, (call) => rolesShown(call, call.params.circle)),
  serve(api.overview, (call) => overviewOf(call, call.params.circle)),
  serve(api.roleHistory, async ({ db, params }) => {
    const [rows, skips] = await Promise.all([terms.termsOf(db, params), skipsOf(db, params.circle)])
    const own = skips.filter(({ role }) => role === params.role)
    const names = await namesOf(
      db,
      [...rows, ...own].map(({ person }) => person),
    )
    return {
      terms: rows.toReversed().map((row) => shownTerm(row, names, [])),
      skips: own.toReversed().map(({ person, at }) => ({ ...named(names)(person), at })),
    }
  }),
  serve(api.myRoles, async (call) => ({ terms: await mine(call) })),
]
