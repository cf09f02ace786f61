/** The microphone of a place, and who sits there. */
import type { Reader } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { Refused } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import { isInside } from '#slices/circles/index.ts'
import { headingOf } from '#slices/gatherings/index.ts'
import { namesOf, type PersonId, shownName } from '#slices/people/index.ts'
import * as api from '../api.ts'
import { askForFloor } from '../rules/hands.ts'
import * as sitting from '../rules/sitting.ts'
import { happenIn } from '../store/changes.ts'
import { changeRoom, inRoom } from './in-room.ts'

const openOne = serve(api.openAMicrophone, (call) =>
  changeRoom(call, (room, by) => sitting.openMicrophone(room, by, call.body.place)),
)

const closeOne = serve(api.closeAMicrophone, (call) =>
  changeRoom(call, (room, by) => sitting.closeMicrophone(room, by, call.params.who)),
)

/** The name of a member of the circle that gathers. */
async function memberNamed(db: Reader, gathering: string, person: PersonId): Promise<string> {
  const circle = (await headingOf(db, gathering))?.circle
  const name = (await namesOf(db, [person])).get(person)
  if (!circle || !name || !(await isInside(db, person, circle)))
    throw new Refused('not-in-this-circle')
  return shownName(name)
}

const seatOne = serve(api.seatSomebody, (call) =>
  inRoom(call, async (inside) => {
    const { params, body } = call
    const person = 'person' in body ? body.person : null
    const name =
      'name' in body ? body.name : await memberNamed(inside.tx, params.gathering, body.person)
    const sitter = { who: newId('gst'), name, person }
    const change = sitting.sitDown(inside.room, inside.who, params.who, sitter)
    const room = await happenIn(inside, change)
    return { seq: room.seq, who: sitter.who }
  }),
)

const again = serve(api.seatAgain, (call) =>
  changeRoom(call, (room, by) => sitting.seatAgain(room, by, call.params.who)),
)

const leave = serve(api.leaveASeat, (call) =>
  changeRoom(call, (room, by) => sitting.rise(room, by, call.params.who)),
)

const ask = serve(api.askFromASeat, (call) =>
  changeRoom(call, (room, by) => askForFloor(room, call.params.who, call.body.kind, by)),
)

export const seatServings = [openOne, closeOne, seatOne, again, leave, ask]
