/** Reading the room, and leaving it. */
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import { leaveRoom } from '../rules/door.ts'
import { personOf } from '../rules/glance.ts'
import { lastPage } from '../rules/page.ts'
import { answersApart } from '../store/answers.ts'
import { happenIn } from '../store/changes.ts'
import { inRoom, readingRoom } from './in-room.ts'
import { putOut, socketsOf } from './putting-out.ts'
import { see } from './seeing.ts'

const read = serve(api.readTheRoom, async ({ db, caller, params }) => {
  const { room, who } = await readingRoom(db, caller, params.gathering)
  const { name = '', kind = 'guest' } = personOf(room, who) ?? {}
  const mine = await answersApart(db, room, who)
  return { me: { who, name, kind }, room: lastPage(room), mine }
})

const leave = serve(api.leaveTheRoom, async (call) => {
  const { gathering } = call.params
  const { seq, who, sockets } = await inRoom(call, async (inside) => {
    const room = await happenIn(inside, leaveRoom(inside.room, inside.who))
    const out = await socketsOf(inside.tx, gathering, inside.who)
    return { seq: room.seq, who: inside.who, sockets: out }
  })
  putOut(call.hall, gathering, who, sockets)
  return { seq }
})

export const doorServings = [see, read, leave]
