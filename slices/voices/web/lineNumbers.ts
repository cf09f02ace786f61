/** Numbers of the line, as the browser counts them (W3C webrtc-stats), for those who look. */
import { type Room as Call, Track } from 'livekit-client'

export type LineNumbers = {
  /** To the media server and back, in ms; null while it is not known. */
  roundTripMs: number | null
  /** Of what was sent to us, the part that did not come, from 0 to 1. */
  lost: number | null
  /** Null at the first reading: there is no time before it. */
  inKbps: number | null
  outKbps: number | null
}

type Counted = {
  bytesIn: number
  bytesOut: number
  came: number
  lost: number
  trip: number | null
}

const NOTHING: Counted = { bytesIn: 0, bytesOut: 0, came: 0, lost: 0, trip: null }

const numberIn = (stat: Record<string, unknown>, name: string): number => {
  const value = stat[name]
  return typeof value === 'number' ? value : 0
}

function countedWith(sum: Counted, stat: Record<string, unknown>): Counted {
  switch (stat['type']) {
    case 'inbound-rtp':
      return {
        ...sum,
        bytesIn: sum.bytesIn + numberIn(stat, 'bytesReceived'),
        came: sum.came + numberIn(stat, 'packetsReceived'),
        lost: sum.lost + Math.max(0, numberIn(stat, 'packetsLost')),
      }
    case 'outbound-rtp':
      return { ...sum, bytesOut: sum.bytesOut + numberIn(stat, 'bytesSent') }
    case 'candidate-pair':
      return stat['nominated'] === true && 'currentRoundTripTime' in stat
        ? { ...sum, trip: numberIn(stat, 'currentRoundTripTime') * 1000 }
        : sum
    default:
      return sum
  }
}

async function counted(call: Call): Promise<Counted> {
  const all = [call.localParticipant, ...call.remoteParticipants.values()]
  const tracks = all.flatMap((one) =>
    [...one.trackPublications.values()].flatMap(({ track }) => (track ? [track] : [])),
  )
  const reports = await Promise.all(tracks.map((track: Track) => track.getRTCStatsReport()))
  // The same statistic may stand in the reports of several tracks.
  const stats = new Map<string, Record<string, unknown>>()
  for (const report of reports)
    report?.forEach((stat: Record<string, unknown>) => stats.set(String(stat['id']), stat))
  return [...stats.values()].reduce(countedWith, NOTHING)
}

/** Counts one after the other; each answer is of the time since the one before. */
export function lineReader(call: Call): () => Promise<LineNumbers> {
  let before: Counted | null = null
  let at = performance.now()
  return async () => {
    const now = await counted(call)
    const then = performance.now()
    const ms = Math.max(1, then - at)
    const since = before
    const kbps = (of: 'bytesIn' | 'bytesOut') =>
      since && Math.round((Math.max(0, now[of] - since[of]) * 8) / ms)
    const [came, lost] = [now.came - (since?.came ?? 0), now.lost - (since?.lost ?? 0)]
    const numbers = {
      roundTripMs: now.trip === null ? null : Math.round(now.trip),
      lost: came + lost > 0 ? Math.max(0, lost) / (came + lost) : null,
      inKbps: kbps('bytesIn'),
      outKbps: kbps('bytesOut'),
    }
    before = now
    at = then
    return numbers
  }
}
