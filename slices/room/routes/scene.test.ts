/** A room for stories: a hall, a gathering that was called, and people who come into it. */
import assert from 'node:assert/strict'
import { type Id, newId } from '#kernel/ids.ts'
import { openSession, SESSION_COOKIE } from '#kernel/session.ts'
import { makePerson } from '#slices/people/index.ts'
import type { Browser } from '#testing/browser.ts'
import { openTestHall, type TestHall, type TestHallOptions } from '#testing/hall.ts'
import type { Listener } from '#testing/listener.ts'
import * as api from '../api.ts'
import type { CallGiven } from '../rules/call.ts'
import { roomFrom } from '../rules/room.ts'
import type { Room } from '../rules/state.ts'
import { calls, standings } from '../store/neighbours.ts'
import { topicOf } from '../store/tables.ts'

type Gathering = ReturnType<typeof newGathering>
const called = new Map<string, CallGiven>()
const forMembers = new Set<string>()
const members = new Set<string>()

calls.fill(async (_db, gathering) => {
  const call = called.get(gathering)
  return call ? { call, careLines: { itm_panel: 'Chiara has to leave at seven' } } : null
})
standings.fill(async (_db, caller, gathering) => {
  const member = caller.person !== null && members.has(caller.person)
  return { member, called: member || !forMembers.has(gathering) }
})

function newGathering(): `gth_${string}` {
  return newId('gth')
}

export type Somebody<W extends string = string> = { browser: Browser; who: W; name: string }

/** A scene: Maren Solheim facilitates "Who keeps the servers?" of Quillmarsh Commons. */
export class Scene {
  readonly test: TestHall
  readonly gathering: Gathering
  readonly maren: Somebody
  readonly params: { gathering: Gathering }

  constructor(test: TestHall, gathering: Gathering, maren: Somebody) {
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

export type SceneOptions = TestHallOptions & { call?: Partial<CallGiven>; membersOnly?: boolean }

/** Makes somebody a member of the circle that called. */
export function makeMember({ who }: Somebody): void {
  members.add(who)
}

/** Another gathering of the same hall, of the same facilitator. */
export function anotherGathering(scene: Scene, call: Partial<CallGiven> = {}): Scene {
  return sceneIn(scene.test, scene.maren, call)
}

function sceneIn(test: TestHall, maren: Somebody, call: Partial<CallGiven>): Scene {
  const gathering = newGathering()
  called.set(gathering, {
    title: 'Who keeps the servers?',
    circle: 'Quillmarsh Commons',
    zone: 'Europe/Lisbon',
    startsAt: test.clock.now(),
    items: [
      { id: 'itm_welcome', kind: 'context', title: 'Welcome', minutes: 5 },
      { id: 'itm_panel', kind: 'panel', title: 'Panel', minutes: 20 },
      { id: 'itm_plenary', kind: 'plenary', title: 'Plenary', minutes: 25 },
    ],
    facilitators: [maren.who],
    ...call,
  })
  return new Scene(test, gathering, maren)
}

/** Opens a hall with a gathering that was called; Maren is not in the room yet. */
export async function openScene({
  call,
  membersOnly,
  ...options
}: SceneOptions = {}): Promise<Scene> {
  const test = await openTestHall(options)
  const maren = await signedIn(test, 'Maren Solheim')
  const scene = sceneIn(test, maren, call ?? {})
  if (membersOnly) forMembers.add(scene.gathering)
  return scene
}
