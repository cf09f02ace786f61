/** Groups go out and come back. */
import { serve } from '#kernel/serve.ts'
import { facilitatesIn, peopleIn } from '#slices/room/index.ts'
import * as api from '../api.ts'
import * as among from '../rules/among.ts'
import * as rules from '../rules/going.ts'
import { current } from '../rules/state.ts'
import { happen, keepHeard } from '../store/breakouts.ts'
import { makeGroupNote } from '../store/notes.ts'
import { openRooms } from '../store/rooms.ts'
import { bringGroupsBack } from '../store/returning.ts'
import { roomIn } from '../store/tables.ts'
import { asCare, asHere, change, type Inside } from './within.ts'

async function notesFor({ kept }: Inside): Promise<Record<string, string>> {
  const notes: [string, string][] = []
  for (const group of current(kept.breakouts)?.groups ?? [])
    notes.push([group.id, await makeGroupNote(kept, group)])
  return Object.fromEntries(notes)
}

const go = serve(api.goOut, (call) =>
  asCare(call, async (inside) => {
    const { kept, main, who } = inside
    const here = peopleIn(main).map((one) => ({
      who: one.who,
      facilitates: facilitatesIn(main, one.who),
    }))
    const given = { here, notes: await notesFor(inside), now: kept.now }
    const after = await happen(kept, rules.goOut(kept.breakouts, who, given))
    await openRooms(inside)
    return after
  }),
)

const lengthen = serve(api.lengthenBreakouts, ({ body, ...call }) =>
  asCare(
    call,
    change(({ kept, who }) => rules.lengthen(kept.breakouts, who, { ...body, now: kept.now })),
  ),
)

const back = serve(api.callGroupsBack, ({ body, ...call }) =>
  asCare(call, async (inside) => {
    const { kept, who } = inside
    const { seconds } = body
    await happen(kept, rules.callBack(kept.breakouts, who, { seconds, now: kept.now }))
    if (seconds === 0)
      await bringGroupsBack(inside, ({ groups }) => groups.filter(({ backAt }) => backAt === null))
    return kept.breakouts
  }),
)

const voice = serve(api.speakToAllGroups, ({ body, ...call }) =>
  asCare(
    call,
    change(({ kept, who }) => among.speakToAll(kept.breakouts, who, body.on)),
  ),
)

const help = serve(api.callForHelp, (call) =>
  asHere(
    call,
    change(({ kept, actor }) => among.callForHelp(kept.breakouts, actor, call.params.group)),
  ),
)

const helped = serve(api.helpIsHere, (call) =>
  asHere(
    call,
    change(({ kept, actor }) => among.helpIsHere(kept.breakouts, actor, call.params.group)),
  ),
)

const reporter = serve(api.nameAReporter, ({ body, params, ...call }) =>
  asHere(
    { ...call, params },
    change(({ kept, actor }) => among.nameReporter(kept.breakouts, actor, params.group, body.who)),
  ),
)

const heard = serve(api.stillSpeaking, (call) =>
  asHere(call, async ({ kept, actor }) => {
    const { gathering, group } = call.params
    await happen(kept, among.heardIn(kept.breakouts, actor, group))
    await keepHeard(kept.tx, roomIn(gathering, group), kept.now)
    return {}
  }),
)

export const goingServings = [go, lengthen, back, voice, help, helped, reporter, heard]
