/**
 * Telling readers: once a second at most, what changed in the note since they were last told, as
 * blocks; one frame, encoded once for all of them. With several nodes the one with the least name
 * tells for all, so that the numbers have one author.
 */
import * as Y from 'yjs'
import type { Instant } from '#kernel/clock.ts'
import type { Hall } from '#kernel/hall.ts'
import { stampOf } from '../rules/hash.ts'
import { NEWS_MS } from '../rules/limits.ts'
import {
  applyNews,
  changesBetween,
  type News,
  type Piece,
  piecesOf,
  plainly,
} from '../rules/pieces.ts'
import { fragmentOf } from '../rules/tree.ts'
import { type NoteId, topicOf } from '../store/tables.ts'

/** How long a node waits for another that tells before it tells itself. */
const LEADER_MS = 3 * NEWS_MS

export type Writer = { who: string; name: string; number: number }
/** What goes to readers; `node` tells the other nodes who told. */
export type Told = { news?: News & { updatedAt: Instant }; writers?: Writer[]; node: string }
export type Current = { number: number; stamp: string; pieces: Piece[] }

export type Telling = {
  /** The note was changed. */
  touched(): void
  /** Somebody came or went. */
  writersChanged(): void
  /** The note as readers know it, brought up to date where nobody would miss the news. */
  current(): Current
  /** Somebody began to read. */
  joined(): void
  /** Another node told. */
  heard(told: Told): void
  end(): void
}

export type TellingOptions = {
  hall: Hall
  node: string
  note: NoteId
  doc: Y.Doc
  writers(): Writer[]
}

/** Renders blocks, those that were changed alone. */
function createRenderer(fragment: Y.XmlFragment) {
  const known = new WeakMap<Y.XmlElement, string>()
  function forget(place: unknown): void {
    if (place instanceof Y.XmlElement) known.delete(place)
    if (place instanceof Y.AbstractType) forget(place.parent)
  }
  fragment.observeDeep((events) => events.forEach(({ target }) => forget(target)))
  return (element: Y.XmlElement): string => {
    const html = known.get(element) ?? plainly(element)
    known.set(element, html)
    return html
  }
}

export function createTelling({ hall, node, note, doc, writers }: TellingOptions): Telling {
  const renderer = createRenderer(fragmentOf(doc))
  const topic = topicOf(note)
  const alone = hall.config.redisUrl === ''
  let told: Current | null = null
  let [dirty, came] = [false, false]
  let last = 0
  let leader: { node: string; at: number } | null = null
  let timer: NodeJS.Timeout | null = null

  function now(): Current {
    if (told) return told
    const pieces = piecesOf(doc, renderer)
    told = { number: Date.now(), stamp: stampOf(pieces), pieces }
    return told
  }
  function follows(): boolean {
    return leader !== null && leader.node < node && performance.now() - leader.at < LEADER_MS
  }
  function news(): Told['news'] {
    const before = now()
    const pieces = piecesOf(doc, renderer)
    const changes = changesBetween(before.pieces, pieces)
    dirty = false
    if (!changes) return undefined
    told = { number: before.number + 1, stamp: stampOf(pieces), pieces }
    return { number: told.number, since: before.stamp, ...changes, updatedAt: hall.clock.now() }
  }
  function tell(): void {
    timer = null
    last = performance.now()
    if (dirty && follows()) return schedule()
    const said = dirty ? news() : undefined
    const what: Told = { ...(said && { news: said }), ...(came && { writers: writers() }), node }
    came = false
    if (what.news ?? what.writers) hall.live.pass(topic, what)
  }
  function schedule(): void {
    timer ??= setTimeout(tell, Math.max(0, last + NEWS_MS - performance.now()))
  }
  function heardByNobody(): boolean {
    return alone && hall.live.readers(topic) === 0
  }
  return {
    touched() {
      now()
      dirty = true
      if (!heardByNobody()) schedule()
    },
    writersChanged() {
      came = true
      if (!heardByNobody()) schedule()
    },
    joined() {
      if (dirty || came) schedule()
    },
    current() {
      if (dirty && performance.now() - last >= NEWS_MS) tell()
      return now()
    },
    heard({ node: other, news: said }) {
      if (other > node) return
      leader = { node: other, at: performance.now() }
      if (!said) return
      const pieces = applyNews(now().pieces, said)
      told = { number: said.number, stamp: stampOf(pieces), pieces }
    },
    end() {
      if (timer) clearTimeout(timer)
    },
  }
}
