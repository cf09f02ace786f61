/**
 * What LiveKit tells of a call, into the record: who came into the sound and went, who shared. Told
 * once a `id`, though it may be sent again; a token of LiveKit's own that still let somebody in is
 * met by keeping the law once more.
 */
import { Hono } from 'hono'
import { type WebhookEvent, WebhookReceiver } from 'livekit-server-sdk'
import type { Hall } from '#kernel/hall.ts'
import { note } from '#kernel/record.ts'
import { topicOf } from '../store/tables.ts'
import { callsOf, sourceOf } from '../store/calls.ts'
import { isSealed } from '../store/sealed.ts'
import { callIsOn, keepLaw } from './keeping.ts'
import { keepOneScreen } from './stopping.ts'

const KEPT = 2000
/** As LiveKit numbers what is sent open. */
const UNSEALED = 0
const HOOK_BYTES = 256 * 1024
const WHO = /^(per|gst)_\w{1,60}$/

/** An entry of the record; null for what is only LiveKit's business. */
function toldBy({ event, participant, track }: WebhookEvent) {
  const who = participant?.identity ?? ''
  if (!WHO.test(who)) return null
  const shares = track !== undefined && sourceOf(track.source) === 'screen'
  switch (event) {
    case 'participant_joined':
      return { kind: 'voices.came', data: { who } }
    case 'participant_left':
    case 'participant_connection_aborted':
      return { kind: 'voices.went', data: { who } }
    case 'track_published':
      return shares ? { kind: 'voices.shared', data: { who } } : null
    case 'track_unpublished':
      return shares ? { kind: 'voices.shared-no-more', data: { who } } : null
    default:
      return null
  }
}

/** Who sends into a sealed gathering what is not sealed is put out of the sound. */
async function keepSealed(hall: Hall, { event, participant, track, room }: WebhookEvent) {
  const at = hall.media.at()
  if (event !== 'track_published' || !at || !participant || !room) return
  if (track?.encryption !== UNSEALED || !(await isSealed(hall.db, room.name))) return
  await callsOf(at).removeParticipant(room.name, participant.identity)
}

async function keep(hall: Hall, event: WebhookEvent): Promise<void> {
  const gathering = event.room?.name ?? ''
  await keepSealed(hall, event)
  const told = toldBy(event)
  if (!told || !gathering.startsWith('gth_')) return
  const now = hall.clock.now()
  await hall.transact((tx) =>
    note(tx, topicOf(gathering), [told], { now, actor: told.data.who }).then(() => {}),
  )
  if (told.kind === 'voices.shared') await keepOneScreen(hall, gathering, told.data.who)
  if (event.event !== 'participant_joined') return
  callIsOn(hall, gathering)
  await keepLaw(hall, gathering)
}

export function hooks(hall: Hall): Hono {
  const heard = new Set<string>()
  return new Hono().post('/hooks/livekit', async (c) => {
    const at = hall.media.at()
    const length = Number(c.req.header('content-length') ?? 0)
    if (!at || length > HOOK_BYTES) return c.text('', 503)
    const receiver = new WebhookReceiver(at.key, at.secret)
    const body = await c.req.text()
    const event = await receiver.receive(body, c.req.header('authorization')).catch(() => null)
    if (!event) return c.text('', 401)
    if (heard.has(event.id)) return c.text('')
    heard.add(event.id)
    if (heard.size > KEPT) heard.delete([...heard][0] ?? '')
    await keep(hall, event)
    return c.text('')
  })
}
