/** Private talks: listing and opening. */
import { Refused } from '#kernel/problem.ts'
import { note } from '#kernel/record.ts'
import { serve } from '#kernel/serve.ts'
import * as api from '../api.ts'
import { isFacilitator, isHereThemselves } from '../rules/glance.ts'
import { blockedBy } from '../store/blocks.ts'
import { careOf, ownOf } from '../store/tables.ts'
import * as store from '../store/talks.ts'
import { inRoom, type Inside, readingRoom } from './in-room.ts'
import { isBlocked, shown, unlessPrivate } from './talk-of.ts'

const list = serve(api.listMyTalks, async ({ db, caller, params }) => {
  const { room, who } = await readingRoom(db, caller, params.gathering)
  const rows = await store.talksOf(db, params.gathering, who, isFacilitator(room, who))
  const talks = await Promise.all(rows.map((row) => shown(db, row, who)))
  return { talks, blocked: await blockedBy(db, params.gathering, who) }
})

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
    if (other !== null && (other === who || !isHereThemselves(room, other)))
      throw new Refused('nobody-by-that-id')
    if (other !== null && (await isBlocked(tx, gathering, who, other))) throw new Refused('blocked')
    const { talk, fresh } = await store.openTalk(tx, { gathering, who, other, now })
    if (fresh) await tellOfTalk(inside, talk)
    return { talk: await shown(tx, talk, who) }
  }),
)

export const talkServings = [list, open]
