/** The chat of everybody. */
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import { withdrawLine } from '../rules/hiding.ts'
import { countLines, linesBefore } from '../rules/lines.ts'
import * as rules from '../rules/saying.ts'
import { findLines } from '../rules/search.ts'
import { happenIn, redactIn } from '../store/changes.ts'
import { changeRoom, inRoom, readingRoom } from './in-room.ts'

const say = serve(api.sayInChat, (call) =>
  inRoom(call, async (inside) => {
    const { text, reply = null, mentions = [] } = call.body
    const change = rules.say(inside.room, inside.who, { text, reply, mentions }, call.now)
    const { seq } = await happenIn(inside, change)
    return { seq, line: seq }
  }),
)

const read = serve(api.readChat, async ({ db, caller, params, query }) => {
  const { room } = await readingRoom(db, caller, params.gathering)
  const { before = Number.POSITIVE_INFINITY, words, limit } = query
  if (words !== undefined) return { lines: findLines(room, words, limit, before), earlier: 0 }
  const lines = linesBefore(room.chat.lines, before, limit)
  const first = lines[0]?.seq ?? 0
  const earlier = countLines(room.chat.lines.map((part) => part.filter(({ seq }) => seq < first)))
  return { lines, earlier }
})

const edit = serve(api.editALine, (call) =>
  changeRoom(call, (room, who) => rules.editLine(room, who, call.params.line, call.body.text)),
)

const withdraw = serve(api.withdrawALine, (call) =>
  inRoom(call, async (inside) => {
    const going = withdrawLine(inside.room, inside.who, call.params.line)
    const { seq } = await redactIn(inside, going)
    return { seq }
  }),
)

const react = serve(api.reactToALine, (call) =>
  changeRoom(call, (room, who) => rules.reactTo(room, who, call.params.line, call.body.emoji)),
)

export const chatServings = [say, read, edit, withdraw, react]
