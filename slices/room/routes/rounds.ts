/** Turns and rounds. */
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import * as floor from '../rules/giving.ts'
import * as round from '../rules/going-round.ts'
import { changeRoom } from './in-room.ts'

const setTurns = serve(api.setTheTurns, (call) =>
  changeRoom(call, (room, by) => floor.setTurns(room, by, call.body.seconds)),
)

const openRound = serve(api.openARound, (call) =>
  changeRoom(call, (room, by) => round.openRound(room, by, call.body.order, call.body.seconds)),
)

const pass = serve(api.passInTheRound, (call) =>
  changeRoom(call, (room, by) => round.passInRound(room, by, call.params.who)),
)

const closeRound = serve(api.closeTheRound, (call) => changeRoom(call, round.closeRound))

export const roundServings = [setTurns, openRound, pass, closeRound]
