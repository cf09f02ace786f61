/** Who shows slides, who turns their pages, and what goes away by itself. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import {
  apply,
  isDeck,
  layReady,
  NO_SLIDES,
  presents,
  putAway,
  showDeck,
  type Slides,
  type Standing,
  turnPage,
  without,
} from './slides.ts'

const here: Standing = {
  here: true,
  removed: false,
  left: false,
  over: false,
  facilitates: false,
  onStage: false,
  isWall: false,
}
const onStage: Standing = { ...here, onStage: true }
const chiara = { standing: onStage, by: 'per_chiara' }
const keys = { file: 'fil_keys', page: 1, pages: 9 } as const
const costs = { file: 'fil_costs', page: 1, pages: 1 } as const
const AT = '2026-12-03T19:31:00.000Z'

/** The slides after what a rule answered. */
function after(slides: Slides, change: ReturnType<typeof showDeck>): Slides {
  assert.ok(!isRefusal(change))
  return change.facts.reduce<Slides>(
    (now, { kind, data }) => apply(now, { kind, data: Object(data), at: AT }),
    slides,
  )
}

const refusalOf = (change: object) => ('refused' in change ? change.refused : 'done')

test('slides are shown by who has the floor, whose item it is, or who facilitates, and by nobody else', () => {
  const table: [string, Partial<Standing>, boolean][] = [
    ['has the floor or owns the item', { onStage: true }, true],
    ['facilitates', { facilitates: true }, true],
    ['listens', {}, false],
    ['facilitates, and has lost the line', { facilitates: true, here: false }, false],
    ['had the floor, and was removed', { onStage: true, removed: true }, false],
    ['had the floor when it ended', { onStage: true, over: true }, false],
  ]
  for (const [words, more, may] of table) {
    const standing = { ...here, ...more }
    assert.equal(presents(standing), may, words)
    assert.equal(refusalOf(showDeck(NO_SLIDES, { standing, by: 'x' }, keys)) === 'done', may, words)
  }
})

test('a page is turned in the slides that are shown, once, and to one that there is', () => {
  const shown = after(NO_SLIDES, showDeck(NO_SLIDES, chiara, keys))
  const table: [string, { file: `fil_${string}`; page: number }, string, number][] = [
    ['the next one', { file: 'fil_keys', page: 2 }, 'done', 1],
    ['the last one', { file: 'fil_keys', page: 9 }, 'done', 1],
    ['the one that is shown', { file: 'fil_keys', page: 1 }, 'done', 0],
    ['one behind the last', { file: 'fil_keys', page: 10 }, 'no-such-page', 0],
    ['one of other slides', { file: 'fil_costs', page: 1 }, 'other-slides', 0],
  ]
  for (const [words, to, refused, facts] of table) {
    const change = turnPage(shown, chiara, to)
    assert.equal(refusalOf(change), refused, words)
    assert.equal(isRefusal(change) ? 0 : change.facts.length, facts, words)
  }
  const listener = { standing: here, by: 'per_joost' }
  assert.equal(
    refusalOf(turnPage(shown, listener, { file: 'fil_keys', page: 2 })),
    'not-presenting',
  )
})

test('who lost the floor turns nothing, and may still put away what they showed', () => {
  const shown = after(NO_SLIDES, showDeck(NO_SLIDES, chiara, keys))
  const sat = { ...chiara, standing: here }
  assert.equal(refusalOf(turnPage(shown, sat, { file: 'fil_keys', page: 2 })), 'not-presenting')
  assert.equal(after(shown, putAway(shown, sat)).shown, null)
  const other = { standing: here, by: 'per_joost' }
  assert.equal(refusalOf(putAway(shown, other)), 'not-presenting')
})

test('slides laid ready wait for their turn, and are taken from there when shown', () => {
  const joost = { standing: here, by: 'per_joost' }
  const ready = after(NO_SLIDES, layReady(NO_SLIDES, joost, costs))
  assert.deepEqual(ready.ready, { per_joost: costs })
  const shown = after(ready, showDeck(ready, { ...joost, standing: onStage }, costs))
  assert.deepEqual([shown.ready, shown.shown?.file], [{}, 'fil_costs'])
})

test('what the gathering no longer holds is neither shown nor ready', () => {
  const ready = after(NO_SLIDES, layReady(NO_SLIDES, chiara, costs))
  const shown = after(ready, showDeck(ready, chiara, keys))
  const gone = without(shown, (file) => file === 'fil_costs')
  assert.deepEqual(gone, [{ kind: 'slides.put-away', data: { by: null } }])
  assert.equal(without(shown, () => false).length, 2)
  assert.deepEqual(
    without(shown, () => true),
    [],
  )
})

test('PDF and pictures that browsers show are decks', () => {
  const types = ['application/pdf', 'image/webp', 'image/tiff', 'text/plain', 'video/mp4']
  assert.deepEqual(types.filter(isDeck), ['application/pdf', 'image/webp'])
})

test('any entries in any order leave a page that there is', () => {
  const kinds = fc.constantFrom('slides.shown', 'slides.turned', 'slides.put-away', 'slides.ready')
  const data = fc.record(
    {
      file: fc.constantFrom('fil_a', 'fil_b', 7),
      page: fc.integer({ min: -1, max: 9 }),
      pages: fc.constant(9),
      by: fc.constantFrom('per_a', null),
      who: fc.constantFrom('per_a', 'nobody'),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(kinds, data)), (entries) => {
      const slides = entries.reduce<Slides>(
        (now, [kind, said]) => apply(now, { kind, data: said, at: AT }),
        NO_SLIDES,
      )
      const all = [slides.shown, ...Object.values(slides.ready)].filter((one) => one !== null)
      return all.every(({ page, pages }) => page >= 1 && page <= pages)
    }),
  )
})
