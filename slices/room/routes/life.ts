/** The life of a gathering: it begins, goes on and ends. */
import { allow } from '#kernel/problem.ts'
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import { agreeToGoOn } from '../rules/arranging.ts'
import * as rules from '../rules/going-on.ts'
import { beginGathering, endGathering } from '../rules/life.ts'
import { happenIn } from '../store/changes.ts'
import { closePolls } from '../store/closing.ts'
import { changeRoom, inRoom } from './in-room.ts'

const begin = serve(api.beginTheGathering, (call) => changeRoom(call, beginGathering))

const next = serve(api.goToNextItem, (call) =>
  changeRoom(call, (room, who) => rules.nextItem(room, who, call.body.believed)),
)

const end = serve(api.endTheGathering, (call) =>
  inRoom(call, async (inside) => {
    const ending = allow(endGathering(inside.room, inside.who))
    await closePolls(inside)
    const { seq } = await happenIn(inside, ending)
    return { seq }
  }),
)

const agree = serve(api.agreeOnTheEnd, (call) =>
  changeRoom(call, (room, who) => agreeToGoOn(room, who, call.body.till)),
)

export const lifeServings = [begin, next, end, agree]
