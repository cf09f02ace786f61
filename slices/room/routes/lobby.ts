/** The lobby, and the lock. */
import { Refused } from '#kernel/problem.ts'
import { note } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import { isFacilitator } from '../rules/glance.ts'
import { lockRoom, setLobby, unlockRoom } from '../rules/keeping-out.ts'
import { careAsItIs } from '../store/care.ts'
import { happenInCare } from '../store/changes.ts'
import * as lobby from '../store/lobby.ts'
import { ownOf } from '../store/tables.ts'
import { changeRoom, inRoom, readingRoom } from './in-room.ts'

const seeLobby = serve(api.seeTheLobby, async ({ db, caller, params }) => {
  const { room, who } = await readingRoom(db, caller, params.gathering)
  if (!isFacilitator(room, who)) throw new Refused('only-facilitators')
  const [waiting, care] = await Promise.all([
    lobby.waitingIn(db, params.gathering),
    careAsItIs(db, params.gathering),
  ])
  return { waiting, ...care }
})

const answer = serve(api.answerTheDoor, async (call) =>
  inRoom(call, async (inside) => {
    const { gathering, who } = call.params
    const { admit } = call.body
    if (!isFacilitator(inside.room, inside.who)) throw new Refused('only-facilitators')
    const given = admit ? 'admitted' : 'denied'
    if (!(await lobby.answer(inside.tx, gathering, who, given)))
      throw new Refused('nobody-by-that-id')
    await happenInCare(inside, [{ kind: 'care.answered', data: { who, admit, by: inside.who } }])
    const fact = { kind: 'door.answered', data: { admit } }
    await note(inside.tx, ownOf(gathering, who), [fact], { now: call.now, actor: inside.who })
    return {}
  }),
)

const ruleLobby = serve(api.ruleTheLobby, (call) =>
  changeRoom(call, (room, who) => setLobby(room, who, call.body.lobby)),
)

const lock = serve(api.lockTheRoom, (call) =>
  changeRoom(call, (room, who) => (call.body.locked ? lockRoom(room, who) : unlockRoom(room, who))),
)

export const lobbyServings = [seeLobby, answer, ruleLobby, lock]
