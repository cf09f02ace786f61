/** What facilitators do with the chat. */
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import { hideLine, showLine } from '../rules/hiding.ts'
import { closeChat, reopenChat, slowChat } from '../rules/slowing.ts'
import { careAsItIs } from '../store/care.ts'
import { happenIn, redactIn } from '../store/changes.ts'
import { changeRoom, inRoom } from './in-room.ts'

const hide = serve(api.hideALine, (call) =>
  inRoom(call, async (inside) => {
    const { line } = call.params
    const going = hideLine(inside.room, inside.who, line, call.body.reason)
    const { seq } = await redactIn(inside, going)
    return { seq }
  }),
)

const show = serve(api.showALine, (call) =>
  inRoom(call, async (inside) => {
    const { gathering, line } = call.params
    const { hidden } = await careAsItIs(inside.tx, gathering)
    const kept = hidden.find((one) => one.line === line)
    if (!kept) throw new Refused('no-such-line')
    const change = showLine(inside.room, inside.who, line, kept.text)
    const { seq } = await happenIn(inside, change)
    return { seq }
  }),
)

const rule = serve(api.ruleTheChat, ({ body, ...call }) =>
  changeRoom(call, (room, by) => {
    if ('slowSeconds' in body) return slowChat(room, by, body.slowSeconds)
    return body.closed ? closeChat(room, by) : reopenChat(room, by)
  }),
)

export const hidingServings = [hide, show, rule]
