/** Whose a private talk is, and what its readers see of it. */
import type { Reader } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { lastSeq } from '#kernel/record.ts'
import { TalkId } from '../api/params.ts'
import type { Who } from '../rules/call.ts'
import { isFacilitator, personOf, unlessHere } from '../rules/glance.ts'
import type { Room } from '../rules/state.ts'
import { blockedBy, blockersOf } from '../store/blocks.ts'
import { talkTopic } from '../store/tables.ts'
import * as store from '../store/talks.ts'
import type { Inside } from './in-room.ts'

/** May this member read and write in a talk? */
export function isOfTalk(talk: store.TalkRow, room: Room, who: Who): boolean {
  if (personOf(room, who)?.removed) return false
  return talk.a === who || talk.b === who || (talk.kind === 'care' && isFacilitator(room, who))
}

function otherOf(talk: store.TalkRow, who: Who): Who {
  return talk.kind === 'two' && talk.a === who && talk.b ? talk.b : talk.a
}

export async function isBlocked(
  db: Reader,
  gathering: string,
  who: Who,
  other: Who,
): Promise<boolean> {
  const mine = await blockedBy(db, gathering, who)
  return mine.includes(other) || (await blockersOf(db, gathering, who)).includes(other)
}

export async function shown(db: Reader, talk: store.TalkRow, who: Who) {
  const other = otherOf(talk, who)
  const seq = await lastSeq(db, talkTopic(talk.id))
  const blocked = talk.kind === 'two' && (await isBlocked(db, talk.gathering, who, other))
  return { id: TalkId.parse(talk.id), kind: talk.kind, with: other, seq, blocked }
}

export function unlessPrivate({ room, who }: Inside): void {
  const refusal = unlessHere(room, who)
  if (refusal) throw new Refused(refusal.refused)
  if (!room.call?.settings.privateChat) throw new Refused('private-off')
}

export async function talkFor(inside: Inside, id: string): Promise<store.TalkRow> {
  const talk = await store.talkOf(inside.tx, id)
  if (talk?.gathering !== inside.gathering || !isOfTalk(talk, inside.room, inside.who))
    throw new Refused('no-such-talk')
  return talk
}
