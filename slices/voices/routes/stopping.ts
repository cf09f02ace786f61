/** Stopping what people send, and saying so to them. */
import type { ParticipantInfo, TrackInfo } from 'livekit-server-sdk'
import type { Hall } from '#kernel/hall.ts'
import type { MediaAt } from '#kernel/media/state.ts'
import { note } from '#kernel/record.ts'
import { endedBy, type Source } from '../rules/voices.ts'
import { callsOf, inCall, sourceOf } from '../store/calls.ts'
import { ruledFor } from '../store/ruled.ts'
import { topicOf } from '../store/tables.ts'

const sending = ({ tracks }: ParticipantInfo, what: Source): TrackInfo[] =>
  tracks.filter((track) => sourceOf(track.source) === what && !track.muted)

type Stopping = {
  hall: Hall
  at: MediaAt
  gathering: string
  what: Source
  by: string
  /** `another`: because somebody else shares now. */
  why?: 'another'
}

/** Stops what these people send; answers how many it was. Only they begin again. */
export async function stopSendings(
  { hall, at, gathering, what, by, why }: Stopping,
  isMeant: (who: string) => boolean,
): Promise<number> {
  const found = (await inCall(at, gathering)).filter(
    (one) => isMeant(one.identity) && sending(one, what).length > 0,
  )
  const calls = callsOf(at)
  await Promise.all(
    found.flatMap((one) =>
      sending(one, what).map(({ sid }) =>
        calls.mutePublishedTrack(gathering, one.identity, sid, true),
      ),
    ),
  )
  const told = found.map(({ identity: who }) => ({
    kind: 'voices.stopped',
    data: { who, what, by, ...(why ? { why } : {}) },
  }))
  if (told.length > 0)
    await hall.transact(async (tx) => {
      await note(tx, topicOf(gathering), told, { now: hall.clock.now(), actor: by })
    })
  return found.length
}

/** Somebody began to share: where one screen is the rule, those before it end. */
export async function keepOneScreen(hall: Hall, gathering: string, by: string): Promise<void> {
  const at = hall.media.at()
  if (!at) return
  const { shares } = await ruledFor(hall.db, gathering)
  const sharing = (await inCall(at, gathering)).flatMap((one) =>
    sending(one, 'screen').length > 0 ? [one.identity] : [],
  )
  const ended = new Set(endedBy(by, sharing, shares))
  if (ended.size === 0) return
  const stopping = { hall, at, gathering, what: 'screen', by, why: 'another' } as const
  await stopSendings(stopping, (who) => ended.has(who))
}
