/** Roles, and who has to stay outside. */
import { allow } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import * as duties from '../rules/duties.ts'
import { removePerson } from '../rules/keeping-out.ts'
import { happenIn, happenInCare } from '../store/changes.ts'
import { careOf } from '../store/tables.ts'
import { changeRoom, inRoom } from './in-room.ts'
import { putOut, socketsOf } from './putting-out.ts'

const give = serve(api.giveARole, (call) =>
  changeRoom(call, (room, by) => duties.giveRole(room, by, call.params.who, call.body.role)),
)

const layDown = serve(api.layARoleDown, async (call) => {
  const { gathering, who, role } = call.params
  const done = await changeRoom(call, (room, by) => duties.layRoleDown(room, by, who, role))
  if (role === 'facilitator') call.hall.live.expel({ topic: careOf(gathering), person: who })
  return done
})

const handOver = serve(api.handFacilitationOver, async (call) => {
  const { gathering } = call.params
  const { seq, who } = await inRoom(call, async (inside) => {
    const room = await happenIn(inside, duties.handOver(inside.room, inside.who, call.body.to))
    return { seq: room.seq, who: inside.who }
  })
  call.hall.live.expel({ topic: careOf(gathering), person: who })
  return { seq }
})

const takeOver = serve(api.takeFacilitationOver, (call) => changeRoom(call, duties.takeOver))

const remove = serve(api.removeSomebody, async (call) => {
  const { gathering, who } = call.params
  const { seq, sockets } = await inRoom(call, async (inside) => {
    const change = allow(removePerson(inside.room, inside.who, who))
    const data = { who, reason: call.body.reason, by: inside.who }
    if (change.facts.length > 0) await happenInCare(inside, [{ kind: 'care.removed', data }])
    const room = await happenIn(inside, change)
    return { seq: room.seq, sockets: await socketsOf(inside.tx, gathering, who) }
  })
  putOut(call.hall, gathering, who, sockets)
  return { seq }
})

export const peopleServings = [give, layDown, handOver, takeOver, remove]
