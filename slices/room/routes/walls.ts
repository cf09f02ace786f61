/** Links that show the stage on a wall. */
import { allow, Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { enterAsGuest } from '#slices/people/index.ts'
import * as api from '../api.ts'
import { unlessFacilitator } from '../rules/glance.ts'
import { closeWall, MOST_WALLS, openWall } from '../rules/walls.ts'
import { happenIn, type Held } from '../store/changes.ts'
import * as lobby from '../store/lobby.ts'
import { holdRoom } from '../store/rooms.ts'
import { topicOf } from '../store/tables.ts'
import * as store from '../store/walls.ts'
import { browserOf } from './entering.ts'
import { type Inside, inRoom, readingRoom } from './in-room.ts'
import { putOut, type Sockets, socketsOf } from './putting-out.ts'

function insist({ room, who }: Pick<Inside, 'room' | 'who'>): void {
  allow(unlessFacilitator(room, who))
}

const list = serve(api.listWalls, async ({ db, caller, params }) => {
  insist(await readingRoom(db, caller, params.gathering))
  const walls = await store.wallsOf(db, params.gathering)
  return {
    walls: walls.map(({ id, name, madeAt, guest }) => ({
      ...{ id, name, madeAt },
      opened: guest !== null,
    })),
  }
})

const make = serve(api.makeAWall, (call) =>
  inRoom(call, async (inside) => {
    insist(inside)
    const { tx, who: by, now } = inside
    const { gathering } = call.params
    if ((await store.wallsOf(tx, gathering)).length >= MOST_WALLS) throw new Refused('many-walls')
    const made = await store.makeWall(tx, { gathering, name: call.body.name, by, now })
    return { id: made.id, address: `${call.hall.config.origin}/wall#${made.token}` }
  }),
)

/** A wall that goes dark, after the commit. */
type Dark = { who: string; sockets: Sockets } | null

async function darken({ tx, gathering }: Held, who: string | null): Promise<Dark> {
  return who ? { who, sockets: await socketsOf(tx, gathering, who) } : null
}

function putDark({ hall }: Pick<Call, 'hall'>, gathering: string, dark: Dark): void {
  if (dark) putOut(hall, gathering, dark.who, dark.sockets)
}

const takeBack = serve(api.takeAWallBack, async (call) => {
  const { gathering, wall } = call.params
  const dark = await inRoom(call, async (inside) => {
    insist(inside)
    const gone = await store.takeBackWall(inside.tx, { gathering, wall, now: inside.now })
    if (!gone) throw new Refused('wall-gone')
    await happenIn(inside, closeWall(gone.guest))
    return darken(inside, gone.guest)
  })
  putDark(call, gathering, dark)
  return {}
})

const open = serve(api.openAWall, async (call) => {
  const { caller, db, now, body } = call
  const wall = await store.wallAt(db, body.token)
  if (!wall) throw new Refused('wall-gone')
  const { gathering, name, by } = wall
  // Who is signed in is in the room as themselves.
  if (caller.person) return { gathering }
  const browser = browserOf(call)
  const dark = await call.transact(async (tx) => {
    const room = await holdRoom(tx, gathering)
    const { id: who } = await enterAsGuest(tx, { gathering, browser, name, now })
    const held: Held = { tx, gathering, room, now, actor: who }
    const before = (await store.wallAt(tx, body.token))?.guest ?? null
    await happenIn(held, allow(openWall(room, { who, by, before })))
    await lobby.wait(tx, gathering, { who, name, kind: 'guest', since: now })
    await lobby.answer(tx, gathering, who, 'admitted')
    await store.shownAs(tx, wall.id, who)
    return darken(held, before === who ? null : before)
  }, topicOf(gathering))
  putDark(call, gathering, dark)
  return { gathering }
})

export const wallServings = [list, make, takeBack, open]
