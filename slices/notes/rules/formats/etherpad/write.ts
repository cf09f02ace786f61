/**
 * A note as a `.etherpad` file that Etherpad itself reads.
 *
 * 1. One record for the pad, one for each author, one for each revision; each revision adds what one
 *    author wrote in a row, in the order of the text, so replaying it gives the text with its authors.
 * 2. Every hundredth revision carries the whole text and pool, as Etherpad's own do.
 * 3. What a pad has no place for is written as text: tasks as `[ ]`, tables with bars, pictures as
 *    their words, links with their address behind them.
 */
import type { Instant } from '#kernel/clock.ts'
import type { AuthoredNote } from '../authored.ts'
import { applied, appending, parseChangeset, type Stretch } from './changeset.ts'
import { PALETTE } from './palette.ts'
import { newPool } from './pool.ts'
import { attribsOf } from './replay.ts'
import { stretchesOf } from './stretches.ts'

const KEY_EVERY = 100

export type Padding = { id: string; now: Instant; authorKey(place: number): string }

/** Neighbouring stretches of one author, with what separates them. */
function turnsOf(stretches: readonly Stretch[], authorIn: (attribs: string) => string) {
  const turns: Array<{ author: string; text: Stretch[] }> = []
  for (const stretch of stretches) {
    const author = authorIn(stretch.attribs)
    const last = turns.at(-1)
    if (last && (last.author === author || author === '')) last.text.push(stretch)
    else turns.push({ author, text: [stretch] })
  }
  return turns
}

/** The file as an object, to be written as JSON. */
export function writeEtherpad(
  note: AuthoredNote,
  { id, now, authorKey }: Padding,
): Record<string, unknown> {
  const pool = newPool()
  const stretches = stretchesOf(note, pool, authorKey)
  const timestamp = Date.parse(now)
  const records: Record<string, unknown> = {}
  let text: Stretch[] = [{ text: '\n', attribs: '' }]
  let head = -1
  const revise = (added: readonly Stretch[], author: string) => {
    const changeset = appending(text, added)
    const read = parseChangeset(changeset)
    const next = read && applied(text, read, pool.attributes)
    if (!next) throw new Error(`a changeset of our own does not fit: ${changeset.slice(0, 200)}`)
    text = next
    head += 1
    const key = head % KEY_EVERY === 0 ? { pool: pool.json(), atext: atextOf(text) } : {}
    const meta = { author, timestamp, ...key }
    records[`pad:${id}:revs:${head}`] = { changeset, meta }
  }
  const turns = turnsOf(stretches, pool.authorIn)
  if (turns.length === 0) revise([], '')
  for (const turn of turns) revise(turn.text, turn.author)
  note.authors.forEach(({ name, color }, place) => {
    const key = authorKey(place)
    if (!pool.authors().has(key)) return
    const colorId = color ?? PALETTE[place % PALETTE.length]
    records[`globalAuthor:${key}`] = { colorId, name: name || null, timestamp, padIDs: id }
  })
  note.chat.forEach(({ name, at, text: words }, number) => {
    const chat = { text: words, authorId: null, displayName: name, time: Date.parse(at) }
    records[`pad:${id}:chat:${number}`] = chat
  })
  const pad = {
    atext: atextOf(text),
    pool: pool.json(),
    head,
    chatHead: note.chat.length - 1,
    publicStatus: false,
    savedRevisions: [],
  }
  return { [`pad:${id}`]: pad, ...records }
}

function atextOf(text: readonly Stretch[]) {
  return { text: text.map((one) => one.text).join(''), attribs: attribsOf(text) }
}
