/** What is written down and announced. */
import { newId } from '#kernel/ids.ts'
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import { announce, mendWriting, takeWritingBack, writeDown } from '../rules/writing-down.ts'
import { happenIn } from '../store/changes.ts'
import { changeRoom, inRoom } from './in-room.ts'

const write = serve(api.writeItDown, (call) =>
  inRoom(call, async (inside) => {
    const id = newId('wri', Date.parse(call.now))
    const { seq } = await happenIn(inside, writeDown(inside.room, inside.who, { ...call.body, id }))
    return { seq, writing: id }
  }),
)

const mend = serve(api.mendTheWriting, (call) =>
  changeRoom(call, (room, by) => mendWriting(room, by, { ...call.body, id: call.params.writing })),
)

const takeBack = serve(api.takeTheWritingBack, (call) =>
  changeRoom(call, (room, by) => takeWritingBack(room, by, call.params.writing)),
)

const tell = serve(api.announceToAll, (call) =>
  changeRoom(call, (room, by) => announce(room, by, call.body.text)),
)

export const writtenServings = [write, mend, takeBack, tell]
