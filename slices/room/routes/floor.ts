/** The stack and the floor. */
import { serve } from '#kernel/serve.ts'
import * as api from '../api/floor.ts'
import * as floor from '../rules/giving.ts'
import * as stack from '../rules/stack.ts'
import { happenIn } from '../store/changes.ts'
import { changeRoom, inRoom } from './in-room.ts'

const ask = serve(api.askForTheFloor, (call) =>
  inRoom(call, async (inside) => {
    const room = await happenIn(inside, stack.askForFloor(inside.room, inside.who, call.body.kind))
    return { seq: room.seq, place: stack.placeOf(room, inside.who, call.now) }
  }),
)

const withdraw = serve(api.withdrawFromTheStack, (call) =>
  changeRoom(call, (room, by) => stack.withdrawRequest(room, by, call.params.who)),
)

const ruleStack = serve(api.ruleTheStack, ({ body, ...call }) =>
  changeRoom(call, (room, by) => {
    if ('order' in body) return stack.orderStack(room, by, body.order)
    if ('arranged' in body) return stack.arrangeStack(room, by, body.arranged)
    return body.closed ? stack.closeStack(room, by) : stack.reopenStack(room, by)
  }),
)

const give = serve(api.giveTheFloor, ({ body, ...call }) =>
  changeRoom(call, (room, by) => {
    if ('next' in body) return stack.giveNext(room, by, body.believed, call.now)
    const { who, seconds, beside } = body
    return floor.giveFloor(room, by, { who, beside, ...(seconds === undefined ? {} : { seconds }) })
  }),
)

const endTurn = serve(api.endATurn, (call) =>
  changeRoom(call, (room, by) => floor.endTurn(room, by, call.params.who)),
)

const extendTurn = serve(api.extendATurn, ({ params, body, ...call }) =>
  changeRoom({ ...call, params }, (room, by) =>
    floor.extendTurn(room, by, params.who, body.seconds),
  ),
)

const setTurns = serve(api.setTheTurns, (call) =>
  changeRoom(call, (room, by) => floor.setTurns(room, by, call.body.seconds)),
)

const openRound = serve(api.openARound, (call) =>
  changeRoom(call, (room, by) => floor.openRound(room, by, call.body.order, call.body.seconds)),
)

const pass = serve(api.passInTheRound, (call) =>
  changeRoom(call, (room, by) => floor.passInRound(room, by, call.params.who)),
)

const closeRound = serve(api.closeTheRound, (call) => changeRoom(call, floor.closeRound))

export const floorServings = [
  ask,
  withdraw,
  ruleStack,
  give,
  endTurn,
  extendTurn,
  setTurns,
  openRound,
  pass,
  closeRound,
]
