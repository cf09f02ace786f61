/** The notes of groups: who may do what with them, what they begin with, what they bring back. */
import type { Reader, Transaction } from '#kernel/database.ts'
import { isIdOf } from '#kernel/ids.ts'
import { type Locale, wordsIn } from '#kernel/words.ts'
import {
  gatheringAudience,
  isBare,
  makeNote,
  noteShares,
  openMainNote,
  type NoteHolder,
  type NoteJson,
  writeUnder,
  writtenUnder,
} from '#slices/notes/index.ts'
import { personOf } from '#slices/people/index.ts'
import { gatheringIn, gatheringNotes } from '#slices/room/index.ts'
import { linesOf, namedIn } from '../rules/lines.ts'
import type { Group } from '../rules/state.ts'
import { breakoutsOf, type Kept } from './breakouts.ts'
import { groupIn, roomIn } from './tables.ts'

/** Stands in the heading under which a group writes what it brings back. */
const BACK = 'brought-back'
const words = {
  back: /*i18n*/ { id: 'breakouts.what-we-bring-back', message: 'What we bring back' },
  nothing: /*i18n*/ { id: 'breakouts.brought-nothing', message: 'This group wrote nothing.' },
}

const isNote = isIdOf('not')
const isPerson = isIdOf('per')

async function localeOf(tx: Transaction, who: string | null): Promise<Locale> {
  return (who && isPerson(who) ? (await personOf(tx, who))?.locale : null) ?? 'en'
}

const text = (said: string): NoteJson[] => (said ? [{ type: 'text', text: said }] : [])
const heading = (said: string, attrs: Record<string, unknown>): NoteJson => ({
  type: 'heading',
  attrs,
  content: text(said),
})
const paragraphs = (said: string): NoteJson[] =>
  said.split('\n').map((one) => ({ type: 'paragraph', content: text(one) }))

/** A note of its own for a group, with its question at the head. */
export async function makeGroupNote(kept: Kept, { id, name, question }: Group): Promise<string> {
  const { tx, gathering, now, actor } = kept
  const holder = { kind: 'breakout' as const, id: roomIn(gathering, id) }
  const note = await makeNote(tx, { holder, title: name, by: actor, now })
  const { say } = wordsIn(await localeOf(tx, actor))
  const [first = '', ...more] = (question || name).split('\n')
  const blocks = [
    heading(first, { level: 2 }),
    ...more.flatMap(paragraphs),
    { type: 'paragraph' },
    heading(say(words.back), { level: 2, item: BACK }),
    { type: 'paragraph' },
  ]
  await writeUnder(tx, note, { item: null, blocks, how: 'breakouts', by: actor, now })
  return note
}

export type Bringing = { text: string | null; writers: string[]; whos: string[] }

type Member = { who: string; name: string }

/** Who was in a group, in one line; whoever is erased later is taken out of minutes by it. */
function named(members: readonly Member[]): NoteJson[] {
  const content = members.flatMap(({ who, name }, at): NoteJson[] => [
    ...text(at > 0 ? ' ' : ''),
    { type: 'mention', attrs: { who, name } },
  ])
  return content.length > 0 ? [{ type: 'paragraph', content }] : []
}

/**
 * What a group wrote under "what we bring back", set into the note of the gathering at the item of
 * the groups, with who was in it; `whos` wrote in its note or are named in that.
 */
export async function bringBack(
  kept: Kept,
  item: string | null,
  { name, question, note }: Group,
  members: readonly Member[],
): Promise<Bringing> {
  if (!note || !isNote(note)) return { text: null, writers: [], whos: [] }
  const { tx, gathering, now } = kept
  const written = await writtenUnder(tx, note, BACK)
  const { say } = wordsIn(await localeOf(tx, kept.actor))
  const blocks = isBare(written) ? paragraphs(say(words.nothing)) : written
  const title = question ? `${name}: ${question.split('\n')[0]}` : name
  const main = await openMainNote(tx, { gathering, by: kept.actor, now })
  await writeUnder(tx, main, {
    item,
    blocks: [heading(title, { level: 3 }), ...named(members), ...blocks],
    how: 'breakouts',
    by: null,
    now,
  })
  const shares = (await noteShares(tx, note)).toSorted((a, b) => b.characters - a.characters)
  const writers = shares.map(({ who }) => who).filter((who) => /^(per|gst)_/.test(who))
  return { text: linesOf(written), writers, whos: [...new Set([...writers, ...namedIn(written)])] }
}

async function groupOfRoom(db: Reader, room: string) {
  const found = groupIn(room)
  if (!found) return null
  const { sets } = await breakoutsOf(db, found.gathering)
  const set = sets.find(({ groups }) => groups.some(({ id }) => id === found.group))
  const group = set?.groups.find(({ id }) => id === found.group)
  return set && group ? { set, group } : null
}

/** Notes of groups are open to whoever may read or write the notes of their gathering. */
export const breakoutNotes: NoteHolder = {
  standingOf: (db, caller, id) => gatheringNotes.standingOf(db, caller, gatheringIn(id)),
  circleOf: (db, id) => gatheringNotes.circleOf(db, gatheringIn(id)),
  async headingOf(db, id) {
    const [around, found] = await Promise.all([
      gatheringNotes.headingOf(db, gatheringIn(id)),
      groupOfRoom(db, id),
    ])
    return around && { ...around, title: found?.group.name ?? around.title }
  },
  keeps: (db, caller, id) => gatheringNotes.keeps(db, caller, gatheringIn(id)),
  audienceOf: async (db, id) =>
    (await gatheringNotes.audienceOf?.(db, gatheringIn(id))) ?? gatheringAudience(gatheringIn(id)),
  itemOf: async (db, id) => (await groupOfRoom(db, id))?.set.item ?? null,
}
