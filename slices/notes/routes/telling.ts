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
import { applyNews, changesBetween, type News, type Piece } from '../rules/news.ts'
import { piecesOf, plainly, type Rendering } from '../rules/pieces.ts'
import { fragmentOf } from '../rules/tree.ts'
import { type NoteId, topicOf } from '../store/tables.ts'

/** How long a node waits for another that tells before it tells itself. */
const LEADER_MS = 3 * NEWS_MS

export type Writer = { who: string; name: string; number: number }
/** What goes to readers; `node` tells the other nodes who told. */
export type Told = { news?: News & { updatedAt: Instant }; writers?: Writer[]; node: string }
export type Current = { number: number; stamp: string; pieces: Piece[] }

export type TellingOptions = {
  hall: Hall
  node: string
  note: NoteId
  doc: Y.Doc
  writers(): Writer[]
}

/** Renders blocks, those that were changed alone. */
function createRenderer(fragment: Y.XmlFragment): Rendering {
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

export class Telling {
  readonly #options: TellingOptions
  readonly #topic: string
  readonly #renderer: Rendering
  #told: Current
  #dirty = false
  #came = false
  #last = 0
  #leader: { node: string; at: number } | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(options: TellingOptions) {
    this.#options = options
    this.#topic = topicOf(options.note)
    this.#renderer = createRenderer(fragmentOf(options.doc))
    this.#told = this.#read(Date.now())
  }

  /** The note was changed. */
  touched(): void {
    this.#dirty = true
    if (this.#isHeard) this.#schedule()
  }

  /** Somebody came or went. */
  writersChanged(): void {
    this.#came = true
    if (this.#isHeard) this.#schedule()
  }

  /** Somebody began to read. */
  joined(): void {
    if (this.#dirty || this.#came) this.#schedule()
  }

  /** The note as readers know it, brought up to date where nobody would miss the news. */
  current(): Current {
    if (this.#dirty && performance.now() - this.#last >= NEWS_MS) this.#tell()
    return this.#told
  }

  /** Another node told. */
  heard({ node: other, news }: Told): void {
    if (other > this.#options.node) return
    this.#leader = { node: other, at: performance.now() }
    if (!news) return
    const pieces = applyNews(this.#told.pieces, news)
    this.#told = { number: news.number, stamp: stampOf(pieces), pieces }
  }

  end(): void {
    if (this.#timer) clearTimeout(this.#timer)
  }

  #read(number: number): Current {
    const pieces = piecesOf(this.#options.doc, this.#renderer)
    return { number, stamp: stampOf(pieces), pieces }
  }

  /** Whether somebody may be listening: here, or on another node. */
  get #isHeard(): boolean {
    const { live, config } = this.#options.hall
    return config.redisUrl !== null || live.readers(this.#topic) > 0
  }

  get #follows(): boolean {
    const leader = this.#leader
    if (leader === null || leader.node > this.#options.node) return false
    return performance.now() - leader.at < LEADER_MS
  }

  #news(): Told['news'] {
    const before = this.#told
    const now = this.#read(before.number + 1)
    this.#dirty = false
    const changes = changesBetween(before.pieces, now.pieces)
    if (!changes) return undefined
    this.#told = now
    const updatedAt = this.#options.hall.clock.now()
    return { number: now.number, since: before.stamp, ...changes, updatedAt }
  }

  #tell(): void {
    const { hall, node, writers } = this.#options
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#last = performance.now()
    if (this.#dirty && this.#follows) return this.#schedule()
    const news = this.#dirty ? this.#news() : undefined
    const what: Told = { ...(news && { news }), ...(this.#came && { writers: writers() }), node }
    this.#came = false
    if (what.news ?? what.writers) hall.live.pass(this.#topic, what)
  }

  #schedule(): void {
    const wait = Math.max(0, this.#last + NEWS_MS - performance.now())
    this.#timer ??= setTimeout(() => this.#tell(), wait)
  }
}
