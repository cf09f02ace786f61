/** The stack. */
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import * as hands from '../rules/hands.ts'
import * as stack from '../rules/stack.ts'
import { happenIn } from '../store/changes.ts'
import { changeRoom, inRoom } from './in-room.ts'

const ask = serve(api.askForTheFloor, (call) =>
  inRoom(call, async (inside) => {
    const room = await happenIn(inside, hands.askForFloor(inside.room, inside.who, call.body.kind))
    return { seq: room.seq, place: stack.placeOf(room, inside.who, call.now) }
  }),
)

const withdraw = serve(api.withdrawFromTheStack, (call) =>
  changeRoom(call, (room, by) => hands.withdrawRequest(room, by, call.params.who)),
)

const ruleStack = serve(api.ruleTheStack, ({ body, ...call }) =>
  changeRoom(call, (room, by) => {
    if ('order' in body) return hands.orderStack(room, by, body.order)
    if ('arranged' in body) return hands.arrangeStack(room, by, body.arranged)
    return body.closed ? hands.closeStack(room, by) : hands.reopenStack(room, by)
  }),
)

export const stackServings = [ask, withdraw, ruleStack]
