/** What a gathering's room asks of its sound, and what facilitators do with it. */
import type { ParticipantInfo, TrackInfo } from 'livekit-server-sdk'
import type { Reader } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import type { MediaAt } from '#kernel/media/state.ts'
import { Refused } from '#kernel/problem.ts'
import { lastSeq, note } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import type { Caller } from '#kernel/session.ts'
import { placeIn, unlessFacilitator, whoIs } from '#slices/room/index.ts'
import * as api from '../api.ts'
import { keepShape } from '../store/shape.ts'
import { topicOf } from '../store/tables.ts'
import type { Source } from '../rules/voices.ts'
import { callsOf, inCall, sourceOf } from '../store/calls.ts'
import { type Sound, soundOf } from './standing.ts'

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

async function shown(hall: Hall, gathering: string, { chosen, shape }: Sound) {
  const seq = await lastSeq(hall.db, topicOf(gathering))
  return { media: hall.media.state().is, shape, chosen: chosen !== null, seq }
}

const read = serve(api.readVoices, async (call) => {
  const { sound } = await reader(call)
  return shown(call.hall, call.params.gathering, sound)
})

const choose = serve(api.chooseShape, async (call) => {
  const { who } = await facilitator(call)
  const { gathering } = call.params
  const { shape } = call.body
  await call.transact((tx) => keepShape(tx, { gathering, shape, by: who, now: call.now }))
  return shown(call.hall, gathering, await soundOf(call.db, gathering))
})

function soundNow(hall: Hall): MediaAt {
  const at = hall.media.at()
  if (!at) throw new Refused('no-sound-now')
  return at
}

const sending = ({ tracks }: ParticipantInfo, what: Source): TrackInfo[] =>
  tracks.filter((track) => sourceOf(track.source) === what && !track.muted)

type Stopping = { call: Asking & { hall: Hall; now: string }; by: string; what: Source }

/** Stops what these people send, and says so to them; answers how many it was. */
async function stop(
  { call, by, what }: Stopping,
  isMeant: (who: string) => boolean,
): Promise<{ stopped: number }> {
  const { hall, now, params } = call
  const at = soundNow(hall)
  const found = (await inCall(at, params.gathering)).filter(
    (one) => isMeant(one.identity) && sending(one, what).length > 0,
  )
  const calls = callsOf(at)
  await Promise.all(
    found.flatMap((one) =>
      sending(one, what).map(({ sid }) =>
        calls.mutePublishedTrack(params.gathering, one.identity, sid, true),
      ),
    ),
  )
  const told = found.map(({ identity }) => ({
    kind: 'voices.stopped',
    data: { who: identity, what, by },
  }))
  if (told.length > 0)
    await hall.transact(async (tx) => {
      await note(tx, topicOf(params.gathering), told, { now, actor: by })
    })
  return { stopped: told.length }
}

const stopOne = serve(api.stopSending, async (call) => {
  const { who: by } = await facilitator(call)
  const { what } = call.body
  return stop({ call, by, what }, (who) => who === call.params.who)
})

const silence = serve(api.muteAll, async (call) => {
  const { who: by } = await facilitator(call)
  return stop({ call, by, what: 'microphone' }, (who) => who !== by)
})

export const voiceServings = [read, choose, stopOne, silence]
