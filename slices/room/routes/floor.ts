/** The floor. */
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import * as floor from '../rules/giving.ts'
import { giveNext } from '../rules/hands.ts'
import { changeRoom } from './in-room.ts'

const give = serve(api.giveTheFloor, ({ body, ...call }) =>
  changeRoom(call, (room, by) => {
    if ('next' in body) return giveNext(room, by, body.believed, call.now)
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

export const floorServings = [give, endTurn, extendTurn]
