/**
 * Slides: what is shown to all, page by page.
 * 1. A deck is a PDF or a picture that the gathering, or one of its items, holds. Its pages are
 *    counted by the browser of who shows it; a picture has one.
 * 2. Who presents may show: who has the floor, whose item it is, and who facilitates. One deck is
 *    shown at a time; another one takes its place.
 * 3. Who presents turns the page for all. A turn names the deck it means, so that one that comes
 *    late turns no page of another. To the page that is shown it is no turn.
 * 4. Losing the floor takes nothing down: what is shown stays until somebody who presents shows
 *    something else or puts it away; who showed it may always put it away. The end puts it away.
 * 5. Whoever is in the room may lay slides ready for their turn, one deck each, open at a page.
 *    Showing them takes them from what lies ready.
 * 6. A file that the gathering no longer holds is neither shown nor ready.
 * Looking at another page by oneself changes nothing here, and neither does pointing: both are kept
 * nowhere.
 */
import { z } from 'zod'
import { type Change, type Fact, happenAll, type Refusal, refuse } from '#kernel/change.ts'
import type { Instant } from '#kernel/clock.ts'
import type { Entry } from '#kernel/record.ts'
import type { Place } from '#slices/room/index.ts'

export const MOST_PAGES = 5000

/** How somebody stands in the room; their name makes no difference. */
export type Standing = Omit<Place, 'name' | 'wentAt'>

const Who = z.string().regex(/^(per|gst)_\w{1,60}$/)
const File = z.templateLiteral(['fil_', z.string()])
const Page = z.int().min(1).max(MOST_PAGES)

/** A deck, open at a page. */
export const Open = z.object({ file: File, page: Page, pages: Page })
export type Open = z.infer<typeof Open>
export type Shown = Open & { by: string; at: Instant }
export type Slides = { shown: Shown | null; ready: Readonly<Record<string, Open>> }

export const NO_SLIDES: Slides = { shown: null, ready: {} }

/** Law 1: what of the files of a gathering can be shown. */
export function isDeck(type: string): boolean {
  return type === 'application/pdf' || /^image\/(jpeg|png|webp|gif)$/.test(type)
}

/** Law 2. */
export function presents({ here, removed, over, facilitates, onStage }: Standing): boolean {
  return here && !removed && !over && (facilitates || onStage)
}

function unlessHere({ here, removed, over }: Standing): Refusal | null {
  if (over) return refuse('gathering-over')
  if (removed) return refuse('removed')
  return here ? null : refuse('not-in-the-room')
}

function unlessPresents(standing: Standing): Refusal | null {
  return unlessHere(standing) ?? (presents(standing) ? null : refuse('not-presenting'))
}

const unlessPage = ({ page, pages }: Pick<Open, 'page' | 'pages'>): Refusal | null =>
  page > pages ? refuse('no-such-page', { pages }) : null

type By = { standing: Standing; by: string }

/** Law 2. */
export function showDeck(slides: Slides, { standing, by }: By, deck: Open): Change {
  const refusal = unlessPresents(standing) ?? unlessPage(deck)
  if (refusal) return refusal
  const { shown } = slides
  const same = shown?.file === deck.file && shown.page === deck.page && shown.by === by
  if (same) return happenAll()
  const wasReady = slides.ready[by]?.file === deck.file
  return happenAll(
    { kind: 'slides.shown', data: { ...deck, by } },
    ...(wasReady ? [{ kind: 'slides.not-ready', data: { who: by } }] : []),
  )
}

/** Law 3. */
export function turnPage(
  { shown }: Slides,
  { standing, by }: By,
  { file, page }: Pick<Open, 'file' | 'page'>,
): Change {
  const refusal = unlessPresents(standing)
  if (refusal) return refusal
  if (shown?.file !== file) return refuse('other-slides')
  if (page === shown.page) return happenAll()
  return (
    unlessPage({ page, pages: shown.pages }) ??
    happenAll({ kind: 'slides.turned', data: { file, page, by } })
  )
}

/** Law 4. */
export function putAway({ shown }: Slides, { standing, by }: By): Change {
  const refusal = shown?.by === by ? unlessHere(standing) : unlessPresents(standing)
  if (refusal) return refusal
  return shown ? happenAll({ kind: 'slides.put-away', data: { by } }) : happenAll()
}

/** Law 5; null takes them back. */
export function layReady({ ready }: Slides, { standing, by }: By, deck: Open | null): Change {
  const refusal = unlessHere(standing) ?? (deck && unlessPage(deck))
  if (refusal) return refusal
  if (deck) return happenAll({ kind: 'slides.ready', data: { ...deck, who: by } })
  return by in ready ? happenAll({ kind: 'slides.not-ready', data: { who: by } }) : happenAll()
}

/** Laws 4 and 6: what of it goes when `held` says what the gathering still has; the end has nothing. */
export function without({ shown, ready }: Slides, held: (file: string) => boolean): Fact[] {
  const isGone = shown !== null && !held(shown.file)
  const gone = Object.entries(ready).filter(([, { file }]) => !held(file))
  return [
    ...(isGone ? [{ kind: 'slides.put-away', data: { by: null } }] : []),
    ...gone.map(([who]) => ({ kind: 'slides.not-ready', data: { who } })),
  ]
}

const ShownSaid = Open.extend({ by: Who })
const TurnedSaid = z.object({ file: File, page: Page, by: Who })
const ReadySaid = Open.extend({ who: Who })
const WhoSaid = z.object({ who: Who })

function withoutKey<V>(all: Readonly<Record<string, V>>, key: string): Record<string, V> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== key))
}

/** What is shown and ready after an entry; one that can't be read changes nothing. */
export function apply(slides: Slides, { kind, data, at }: Pick<Entry, 'kind' | 'data' | 'at'>) {
  if (kind === 'slides.put-away') return { ...slides, shown: null }
  if (kind === 'slides.shown') {
    const said = ShownSaid.safeParse(data).data
    return said ? { ...slides, shown: { ...said, at } } : slides
  }
  if (kind === 'slides.turned') {
    const said = TurnedSaid.safeParse(data).data
    const { shown } = slides
    return said && shown?.file === said.file ? { ...slides, shown: { ...shown, ...said } } : slides
  }
  if (kind === 'slides.ready') {
    const said = ReadySaid.safeParse(data).data
    if (!said) return slides
    const { who, ...deck } = said
    return { ...slides, ready: { ...slides.ready, [who]: deck } }
  }
  const gone = kind === 'slides.not-ready' ? WhoSaid.safeParse(data).data : undefined
  return gone ? { ...slides, ready: withoutKey(slides.ready, gone.who) } : slides
}
