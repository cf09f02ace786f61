/** Private talks. */
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { entriesOf, lastSeq, note, redact } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import { TalkId } from '../api/params.ts'
import * as api from '../api/talks.ts'
import { isFacilitator, isHere, personOf, unlessHere } from '../rules/glance.ts'
import type { Who } from '../rules/call.ts'
import type { Room } from '../rules/state.ts'
import { unlessRefused } from '../store/changes.ts'
import { careOf, ownOf, talkTopic } from '../store/tables.ts'
import * as store from '../store/talks.ts'
import { type Inside, inRoom, readingRoom } from './in-room.ts'

/** May this member read and write in a talk? */
export function isOfTalk(talk: store.TalkRow, room: Room, who: Who): boolean {
  if (personOf(room, who)?.removed) return false
  return talk.a === who || talk.b === who || (talk.kind === 'care' && isFacilitator(room, who))
}

function otherOf(talk: store.TalkRow, who: Who): Who {
  return talk.kind === 'two' && talk.a === who && talk.b ? talk.b : talk.a
}

async function isBlocked(db: Reader, gathering: string, who: Who, other: Who): Promise<boolean> {
  const mine = await store.blockedBy(db, gathering, who)
  return mine.includes(other) || (await store.blockersOf(db, gathering, who)).includes(other)
}

async function shown(db: Reader, talk: store.TalkRow, who: Who) {
  const other = otherOf(talk, who)
  const seq = await lastSeq(db, talkTopic(talk.id))
  const blocked = talk.kind === 'two' && (await isBlocked(db, talk.gathering, who, other))
  return { id: TalkId.parse(talk.id), kind: talk.kind, with: other, seq, blocked }
}

const list = serve(api.listMyTalks, async ({ db, caller, params }) => {
  const { room, who } = await readingRoom(db, caller, params.gathering)
  const rows = await store.talksOf(db, params.gathering, who, isFacilitator(room, who))
  const talks = await Promise.all(rows.map((row) => shown(db, row, who)))
  return { talks, blocked: await store.blockedBy(db, params.gathering, who) }
})

function unlessPrivate({ room, who }: Inside): void {
  const refusal = unlessHere(room, who)
  if (refusal) throw new Refused(refusal.refused)
  if (!room.call?.settings.privateChat) throw new Refused('private-off')
}

async function tellOfTalk(inside: Inside, talk: store.TalkRow): Promise<void> {
  const { tx, gathering, who, now } = inside
  const fact = { kind: 'talk.opened', data: { talk: talk.id, kind: talk.kind, by: who } }
  const others =
    talk.kind === 'two' ? [talk.a, talk.b ?? ''].map((one) => ownOf(gathering, one)) : []
  const topics = talk.kind === 'two' ? others : [ownOf(gathering, talk.a), careOf(gathering)]
  for (const topic of topics) await note(tx, topic, [fact], { now, actor: who })
}

const open = serve(api.openATalk, (call) =>
  inRoom(call, async (inside) => {
    unlessPrivate(inside)
    const { tx, gathering, room, who, now } = inside
    const other = call.body.with
    if (other !== null && (other === who || !isHere(room, other)))
      throw new Refused('nobody-by-that-id')
    if (other !== null && (await isBlocked(tx, gathering, who, other))) throw new Refused('blocked')
    const { talk, fresh } = await store.openTalk(tx, { gathering, who, other, now })
    if (fresh) await tellOfTalk(inside, talk)
    return { talk: await shown(tx, talk, who) }
  }),
)

async function talkFor(inside: Inside, id: string): Promise<store.TalkRow> {
  const talk = await store.talkOf(inside.tx, id)
  if (talk?.gathering !== inside.gathering || !isOfTalk(talk, inside.room, inside.who))
    throw new Refused('no-such-talk')
  return talk
}

const say = serve(api.sayInTalk, (call) =>
  inRoom(call, async (inside) => {
    unlessPrivate(inside)
    const { tx, gathering, who, now } = inside
    const talk = await talkFor(inside, call.params.talk)
    const { blocked } = await shown(tx, talk, who)
    if (blocked) throw new Refused('blocked', { gathering })
    const fact = { kind: 'talk.said', data: { who, text: call.body.text } }
    const [entry] = await note(tx, talkTopic(talk.id), [fact], { now, actor: who })
    return { seq: entry?.seq ?? 0 }
  }),
)

const withdraw = serve(api.withdrawInTalk, (call) =>
  inRoom(call, async (inside) => {
    const { tx, who, now } = inside
    const talk = await talkFor(inside, call.params.talk)
    const topic = talkTopic(talk.id)
    const seq = call.params.line
    const [entry] = await entriesOf(tx, topic, { after: seq - 1, limit: 1 })
    if (entry?.seq !== seq || entry.kind !== 'talk.said') throw new Refused('no-such-line')
    if (entry.data['who'] !== who) throw new Refused('not-your-line')
    await redact(
      tx,
      { topic, seq, stands: { who, text: '', withdrawn: true } },
      { now, actor: who },
    )
    return { seq: await lastSeq(tx, topic) }
  }),
)

const block = serve(api.blockSomebody, (call) =>
  inRoom(call, async (inside) => {
    unlessRefused(unlessHere(inside.room, inside.who) ?? {})
    const { gathering, who: blocked } = call.params
    if (!personOf(inside.room, blocked) || blocked === inside.who)
      throw new Refused('nobody-by-that-id')
    await store.setBlock(inside.tx, { gathering, who: inside.who, blocked }, call.body.blocked)
    return {}
  }),
)

export const talkServings = [list, open, say, withdraw, block]
