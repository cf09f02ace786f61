/** A room for stories: a hall, a gathering that was called, and people who come into it. */
import assert from 'node:assert/strict'
import type { Id } from '#kernel/ids.ts'
import { openSession, SESSION_COOKIE } from '#kernel/session.ts'
import { foundCoop, joinCircle } from '#slices/circles/index.ts'
import { makeGathering, Plan } from '#slices/gatherings/index.ts'
import { makePerson } from '#slices/people/index.ts'
import type { Browser } from '#testing/browser.ts'
import { openTestHall, type TestHall, type TestHallOptions } from '#testing/hall.ts'
import type { Listener } from '#testing/listener.ts'
import * as api from '../api.ts'
import type { CallGiven } from '../rules/call.ts'
import { roomFrom } from '../rules/room.ts'
import type { Room } from '../rules/state.ts'
import { reading, topicOf } from '../store/tables.ts'

type Gathering = Id<'gth'>

export type Somebody<W extends string = string> = { browser: Browser; who: W; name: string }

/** A scene: Maren Solheim facilitates "Who keeps the servers?" of Quillmarsh Commons. */
export class Scene {
  readonly test: TestHall
  readonly gathering: Gathering
  readonly maren: Somebody<Id<'per'>>
  readonly params: { gathering: Gathering }

  constructor(test: TestHall, gathering: Gathering, maren: Somebody<Id<'per'>>) {
    this.test = test
    this.gathering = gathering
    this.maren = maren
    this.params = { gathering }
  }

  get topic(): string {
    return topicOf(this.gathering)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.test.close()
    assert.deepEqual(this.test.errors, [])
  }

  /** A person of the hall with a session, not in the room. */
  person(name: string): Promise<Somebody<Id<'per'>>> {
    return signedIn(this.test, name)
  }

  /** Somebody comes into the room as it is for them. */
  async comesIn<W extends string>(one: Somebody<W>): Promise<Somebody<W>> {
    const { state } = await one.browser.call(api.enterTheRoom, { params: this.params })
    assert.equal(state, 'in')
    return one
  }

  /** A guest comes in by the link, with a name. */
  async guest(name: string): Promise<Somebody> {
    const browser = this.test.browser()
    const { state, me } = await browser.call(api.enterTheRoom, {
      params: this.params,
      body: { name },
    })
    assert.equal(state, 'in')
    return { browser, who: me.who, name: me.name }
  }

  /** Somebody listens to the room from its beginning. */
  listens({ browser }: Somebody): Promise<Listener> {
    return browser.listen({ [this.topic]: 0 })
  }

  /** The room as somebody reads it. */
  async seenBy({ browser }: Somebody): Promise<Room> {
    return (await browser.call(api.readTheRoom, { params: this.params })).room
  }
}

/** The room that a listener has heard. */
export function heardBy(listener: Listener, topic: string): Room {
  return roomFrom(listener.entries(topic))
}

async function signedIn(test: TestHall, name: string): Promise<Somebody<Id<'per'>>> {
  const now = test.clock.now()
  const browser = test.browser()
  const who = await test.hall.transact(async (tx) => {
    const person = await makePerson(tx, { name, email: null, locale: null, zone: null, now })
    const token = await openSession(tx, { person, agent: 'a story', locale: null, now })
    browser.cookies.set(SESSION_COOKIE, token)
    return person
  })
  return { browser, who, name }
}

export type SceneOptions = TestHallOptions & { call?: Partial<CallGiven> }

/** Another gathering of the same hall, of the same facilitator, without a running order unless given. */
export function anotherGathering(scene: Scene, call: Partial<CallGiven> = {}): Promise<Scene> {
  return sceneIn(scene.test, scene.maren, { items: [], ...call })
}

const ITEMS: NonNullable<CallGiven['items']> = [
  { id: 'itm_welcome', kind: 'context', title: 'Welcome', minutes: 5 },
  { id: 'itm_panel', kind: 'panel', title: 'Panel', minutes: 20 },
  { id: 'itm_plenary', kind: 'plenary', title: 'Plenary', minutes: 25 },
]

/** The plan of a call; facilitators read beside its panel that Chiara has to leave at seven. */
function planOf({ items = ITEMS, circle: _circle, ...given }: Partial<CallGiven>): Plan {
  const asides: Record<string, string> = { panel: 'Chiara has to leave at seven' }
  const called = { title: 'Who keeps the servers?', zone: 'Europe/Lisbon', minutes: 50, ...given }
  return {
    ...Plan.parse(called),
    items: items.map((item) => ({
      ...item,
      id: `itm_${item.id.replace('itm_', '')}` as const,
      owners: item.owners ?? [],
      line: item.line ?? '',
      handouts: item.handouts ?? [],
      aside: asides[item.kind] ?? '',
    })),
  }
}

async function sceneIn(
  test: TestHall,
  maren: Somebody<Id<'per'>>,
  call: Partial<CallGiven>,
): Promise<Scene> {
  const now = test.clock.now()
  const plan = planOf({ startsAt: now, facilitators: [maren.who], ...call })
  const gathering = await test.hall.transact((tx) =>
    makeGathering(tx, { plan, circle: null }, [], { by: maren.who, now }),
  )
  return new Scene(test, gathering, maren)
}

/** Opens a hall with a gathering that was called; Maren is not in the room yet. */
export async function openScene({ call, ...options }: SceneOptions = {}): Promise<Scene> {
  const test = await openTestHall(options)
  return sceneIn(test, await signedIn(test, 'Maren Solheim'), call ?? {})
}

/** Founds the co-op and makes somebody its member. */
export async function makeMember(scene: Scene, { who }: Somebody<Id<'per'>>): Promise<void> {
  const by = { by: null, now: scene.test.clock.now() }
  await scene.test.hall.transact(async (tx) => {
    const given = { name: 'Quillmarsh Commons', zone: 'Europe/Lisbon' }
    await joinCircle(tx, await foundCoop(tx, given, by), who, by)
  })
}

/** Waits until the hall has seen a line come, or go. */
export async function lineSeen(
  { test: { hall } }: Pick<Scene, 'test'>,
  who: string,
  seen: 'here' | 'gone',
) {
  for (;;) {
    const rows = await reading(hall.db)
      .selectFrom('presence')
      .select('gone_at')
      .where('who', '=', who)
      .execute()
    if (rows.every(({ gone_at }) => (gone_at === null) === (seen === 'here'))) return
  }
}
