/**
 * Keeping LiveKit to the law of the room: whenever something happened that changes who may speak,
 * those in the call are gone through once. What happens while that runs makes it run once more, and
 * one pass serves any number of entries.
 */
import type { ParticipantInfo } from 'livekit-server-sdk'
import type { Hall } from '#kernel/hall.ts'
import type { Timer } from '#kernel/slice.ts'
import type { Source } from '../rules/voices.ts'
import { moreSendings } from '../store/more-sending.ts'
import { allow, callsNow, callsOf, inCall } from '../store/calls.ts'
import { shapeChanged } from './ears.ts'
import { rightsIn, soundOf } from './standing.ts'

/** Kinds of entries after which somebody may speak who could not, or the other way round. */
const TURNS =
  /^(floor|turn|round|item|role|people|microphone|wall|voices)\.|^room\.(left|entered|ended|began)$/
/** What was heard changes nobody's rights. */
const HEARD = 'floor.heard'
const TOPIC = /^\w+:(gth_\w+(?:\.brk_\w+)?)$/

/** The calls that were on when last looked, or began since: of others LiveKit is not asked. */
const callsOn = new WeakMap<Hall, Set<string>>()

function onIn(hall: Hall): Set<string> {
  const known = callsOn.get(hall)
  if (known) return known
  const fresh = new Set<string>()
  callsOn.set(hall, fresh)
  return fresh
}

/** Somebody is let into a call: from now on its law is kept. */
export function callIsOn(hall: Hall, gathering: string): void {
  onIn(hall).add(gathering)
}

/** News of the room, of the sound, and of a slice that lets others send. */
const turns = (kind: string): boolean =>
  (TURNS.test(kind) && kind !== HEARD) || moreSendings.at(kind.split('.')[0] ?? '') !== undefined

async function keepOnce(hall: Hall, gathering: string): Promise<void> {
  const at = hall.media.at()
  if (!at) return
  const inside = await inCall(at, gathering)
  if (inside.length === 0) return void onIn(hall).delete(gathering)
  const sound = await soundOf(hall.db, gathering)
  const now = hall.clock.now()
  const [stay, go] = [new Map<ParticipantInfo, readonly Source[]>(), Array<string>()]
  for (const participant of inside) {
    const rights = rightsIn(sound, participant.identity, now)
    if (rights) stay.set(participant, rights.sends)
    else go.push(participant.identity)
  }
  // Who must go is out before anybody is let speak who was not.
  await Promise.all(go.map((who) => callsOf(at).removeParticipant(gathering, who)))
  await Promise.all([...stay].map(([one, sends]) => allow(at, gathering, one, sends)))
}

/** `fetch` could not reach it. */
const isAway = (cause: unknown) => cause instanceof TypeError

/** Of a server that is away, there is no call. */
function unlessAway(cause: unknown): string[] {
  if (isAway(cause)) return []
  throw cause
}

const running = new WeakMap<Hall, Map<string, { again: boolean }>>()

/** Goes through those in the call of a gathering, now or as soon as the pass before is done. */
export async function keepLaw(hall: Hall, gathering: string): Promise<void> {
  const here = running.get(hall) ?? new Map<string, { again: boolean }>()
  running.set(hall, here)
  const busy = here.get(gathering)
  if (busy) {
    busy.again = true
    return
  }
  const mine = { again: true }
  here.set(gathering, mine)
  try {
    while (mine.again) {
      mine.again = false
      await keepOnce(hall, gathering)
    }
  } catch (cause) {
    // Where the media server went away, everybody comes back through the door, and is asked there.
    if (isAway(cause))
      hall.log.info('the media server was away while the law was kept', { gathering })
    else hall.log.error('who may speak could not be told', cause, { gathering })
  } finally {
    here.delete(gathering)
  }
}

/**
 * Those who went and did not hang up, and whose time to come back is over, are looked for; and calls
 * that this node does not know of yet, after a restart or from another node.
 */
export const lookAgain: Timer = {
  name: 'voices.law',
  everySeconds: 10,
  async run(hall) {
    const at = hall.media.at()
    if (!at) return
    const reads = new Set(hall.live.whoReads('gathering:').map(({ topic }) => topic))
    if (reads.size === 0) return
    for (const call of await callsNow(at).catch(unlessAway)) onIn(hall).add(call)
    for (const topic of reads) {
      const gathering = TOPIC.exec(topic)?.[1]
      if (gathering && onIn(hall).has(gathering)) await keepLaw(hall, gathering)
    }
  },
}

/** Listens to the rooms, and to the media server's coming and going, for as long as the hall lives. */
export function followRooms(hall: Hall): void {
  hall.live.hear(({ entry }) => {
    const gathering = entry && turns(entry.kind) && TOPIC.exec(entry.topic)?.[1]
    if (!gathering) return
    // A call that began at another node is heard of by who came into it.
    if (entry.kind === 'voices.came') callIsOn(hall, gathering)
    if (entry.kind === 'voices.ruled') void shapeChanged(hall, gathering)
    if (onIn(hall).has(gathering)) void keepLaw(hall, gathering)
  })
  hall.media.hear(({ is }) => {
    const topics = new Set(hall.live.whoReads('voices:').map(({ topic }) => topic))
    for (const topic of topics) hall.live.pass(topic, { media: is })
  })
}
