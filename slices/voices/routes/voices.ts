/** What a gathering's room asks of its sound, and what facilitators do with it. */
import type { Reader } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { MediaAt } from '#kernel/media/state.ts'
import { Refused } from '#kernel/problem.ts'
import { lastSeq } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import type { Caller } from '#kernel/session.ts'
import { placeIn, unlessFacilitator, whoIs } from '#slices/room/index.ts'
import * as api from '../api.ts'
import { isAmongAll } from '../rules/voices.ts'
import { keepLet, keepRule } from '../store/ruled.ts'
import { isSealed } from '../store/sealed.ts'
import { topicOf } from '../store/tables.ts'
import { type Sound, soundOf } from './standing.ts'
import { stopSendings } from './stopping.ts'

type Asking = { db: Reader; caller: Caller; params: { gathering: string } }

/** Who calls, and the sound of the gathering; refuses who was not let in, or was removed. */
async function reader({ db, caller, params }: Asking): Promise<{ who: string; sound: Sound }> {
  const [who, sound] = await Promise.all([
    whoIs(db, caller, params.gathering),
    soundOf(db, params.gathering),
  ])
  if (who === null || !(who in sound.room.people)) throw new Refused('not-in-the-room')
  if (placeIn(sound.room, who).removed) throw new Refused('removed')
  return { who, sound }
}

/** As `reader`, for what facilitators in a living room do. */
async function facilitator(asking: Asking): Promise<{ who: string; sound: Sound }> {
  const found = await reader(asking)
  const refusal = unlessFacilitator(found.sound.room, found.who)
  if (refusal) throw new Refused(refusal.refused, refusal.details)
  return found
}

async function shown(hall: Hall, gathering: string, { ruled, shape }: Sound) {
  const seq = await lastSeq(hall.db, topicOf(gathering))
  const { shares, spotlight } = ruled
  const chosen = ruled.shape !== null
  const sealed = await isSealed(hall.db, gathering)
  const { is: media } = hall.media.state()
  return { media, shape, chosen, shares, spotlight, let: ruled.let, sealed, seq }
}

const read = serve(api.readVoices, async (call) => {
  const { sound } = await reader(call)
  return shown(call.hall, call.params.gathering, sound)
})

const rule = serve(api.ruleVoices, async (call) => {
  const { who: by } = await facilitator(call)
  const { gathering } = call.params
  await call.transact((tx) => keepRule(tx, call.body, { gathering, by, now: call.now }))
  return shown(call.hall, gathering, await soundOf(call.db, gathering))
})

const letOne = serve(api.letSpeak, async (call) => {
  const { who: by } = await facilitator(call)
  const { gathering, who } = call.params
  const { speak } = call.body
  await call.transact((tx) => keepLet(tx, { who, speak }, { gathering, by, now: call.now }))
  return shown(call.hall, gathering, await soundOf(call.db, gathering))
})

function soundNow(hall: Hall): MediaAt {
  const at = hall.media.at()
  if (!at) throw new Refused('no-sound-now')
  return at
}

const stopOne = serve(api.stopSending, async ({ hall, db, caller, params, body }) => {
  const { who: by } = await facilitator({ db, caller, params })
  const { gathering } = params
  const stopping = { hall, at: soundNow(hall), gathering, what: body.what, by }
  return { stopped: await stopSendings(stopping, (who) => who === params.who) }
})

const silence = serve(api.muteAll, async ({ hall, db, caller, params }) => {
  const { who: by, sound } = await facilitator({ db, caller, params })
  const { gathering } = params
  const stopping = { hall, at: soundNow(hall), gathering, what: 'microphone', by } as const
  const isMeant = (who: string) => isAmongAll(who, by, sound.more(who))
  return { stopped: await stopSendings(stopping, isMeant) }
})

export const voiceServings = [read, rule, letOne, stopOne, silence]
