/** Constitutions as rules: sentences with numbers, compared, checked, adopted. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { wordsIn } from '#kernel/words.ts'
import { type Adopted, confirm, dayIn, inForce, propose } from './adopting.ts'
import { amendment, type Amendment } from './amendment.ts'
import { compare, countRows, markWords } from './compare.ts'
import { delegation } from './delegation.ts'
import {
  emptyParts,
  findingsIn,
  mayStand,
  presetParts,
  proseOf,
  type SectionProse,
  wholeParts,
} from './document.ts'
import { newNumbers, numberProse, type Numbers } from './numbers.ts'
import { purpose } from './purpose.ts'
import { type Named, PRESETS, type Situation } from './section.ts'

const { say } = wordsIn('en')
const SECTIONS = [purpose, delegation, amendment]
const SITUATION: Situation = { level: 'primary', memberCount: 30, stewardCount: 2 }

const sentences = fc.uniqueArray(
  fc.record({ key: fc.stringMatching(/^[a-e]$/), text: fc.lorem({ maxCount: 8 }) }),
  { selector: ({ key }) => key },
)
const NONE: Numbers = new Map()

const proseAs = (list: readonly { key: string; text: string }[]): SectionProse[] => [
  {
    name: 'duties',
    number: 4,
    title: 'Duties',
    whole: true,
    sentences: numberProse({ name: 'duties', order: 40 }, list, NONE),
  },
]

suite('two versions compared', () => {
  test('have every sentence of both in exactly one row', () => {
    fc.assert(
      fc.property(sentences, sentences, (before, after) => {
        const [section] = compare(proseAs(before), proseAs(after))
        const rows = section?.rows ?? []
        const keys = new Set([...before, ...after].map(({ key }) => key))
        assert.deepEqual(rows.map(({ key }) => key).toSorted(), [...keys].toSorted())
        for (const row of rows) {
          const old = before.find(({ key }) => key === row.key)
          const fresh = after.find(({ key }) => key === row.key)
          assert.equal(row.before?.map(({ text }) => text).join(''), old?.text)
          assert.equal(row.after?.map(({ text }) => text).join(''), fresh?.text)
          const state = !old
            ? 'added'
            : !fresh
              ? 'removed'
              : old.text === fresh.text
                ? 'stays'
                : 'changed'
          assert.equal(row.state, state)
        }
        const counts = countRows(compare(proseAs(before), proseAs(after)))
        assert.equal(
          2 * (counts.stays + counts.changed) + counts.added + counts.removed,
          before.length + after.length,
        )
      }),
    )
  })

  test('have only the words marked that changed', () => {
    const { before, after } = markWords(
      'Consumers use the tools and may join one circle.',
      'Consumers use the tools and may join any circle that has room.',
    )
    const marked = (pieces: typeof before) =>
      pieces.filter((piece) => piece.marked).map(({ text }) => text.trim())
    assert.deepEqual(marked(before), ['one'])
    assert.deepEqual(marked(after), ['any', 'that has room'])
  })

  test('mark in any script, and what stays is the same on both sides', () => {
    const text = fc.array(fc.constantFrom('dues', ' ', 'año', '会費', '٤٠', '.', '’'), {
      maxLength: 12,
    })
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { before, after } = markWords(a.join(''), b.join(''))
        const stays = (pieces: typeof before) =>
          pieces.flatMap((piece) => (piece.marked ? [] : [piece.text])).join('')
        assert.equal(stays(before), stays(after))
      }),
    )
  })
})

suite('a number', () => {
  test('belongs to its rule for ever, and is never given again', () => {
    const history = fc.array(fc.uniqueArray(fc.stringMatching(/^[a-h]$/)), { maxLength: 8 })
    fc.assert(
      fc.property(history, (versions) => {
        const given = new Map<string, number>()
        const owner = new Map<string, string>()
        for (const keys of versions) {
          const numbers: Numbers = new Map([['duties', given]])
          const list = keys.map((key) => ({ key, text: key }))
          const numbered = numberProse({ name: 'duties', order: 40 }, list, numbers)
          for (const { key, number } of numbered) {
            assert.equal(owner.get(number) ?? key, key)
            owner.set(number, key)
          }
          for (const one of newNumbers([{ name: 'duties', sentences: numbered }]))
            given.set(one.key, one.number)
          for (const { key, number } of numbered) assert.equal(number, `4.${given.get(key)}`)
        }
      }),
    )
  })

  test('cannot belong to two sentences', () => {
    const twice = [
      { key: 'a', text: 'One.' },
      { key: 'a', text: 'Two.' },
    ]
    assert.throws(() => numberProse({ name: 'duties', order: 40 }, twice, NONE), /key a/)
  })
})

suite('the version in force', () => {
  const versions: Adopted[] = [
    { number: 1, day: '2026-01-01' },
    { number: 2, day: '2026-06-01' },
    { number: 3, day: '2026-04-01' },
  ]
  test('is, of those whose day has come, the one adopted last', () => {
    const at = (day: string) => inForce(versions, day)?.number ?? null
    assert.deepEqual(
      ['2025-12-31', '2026-01-01', '2026-03-31', '2026-04-01', '2026-07-01'].map(at),
      [null, 1, 1, 3, 3],
    )
  })

  test('on a day before an adoption is never changed by it', () => {
    const days = fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 12 })
    const dayAt = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10)
    fc.assert(
      fc.property(days, fc.nat(120), (raw, asked) => {
        let today = 0
        const adopted: Adopted[] = []
        for (const [passes, ahead] of raw) {
          today += passes
          const before = inForce(adopted, dayAt(asked))
          adopted.push({ number: adopted.length + 1, day: dayAt(today + ahead) })
          if (asked < today) assert.deepEqual(inForce(adopted, dayAt(asked)), before)
        }
      }),
    )
  })

  test('begins with the day of the hall, not of Greenwich', () => {
    assert.equal(dayIn('Pacific/Auckland', '2026-12-03T18:00:00.000Z'), '2026-12-04')
    assert.equal(dayIn('America/Bogota', '2026-12-04T03:00:00.000Z'), '2026-12-03')
  })
})

suite('adopting', () => {
  const draft = { state: 'draft' as const, proposedBy: null, day: null }
  const proposed = { state: 'proposed' as const, proposedBy: 'maren', day: '2026-12-10' }
  const cases: [string, unknown, unknown][] = [
    [
      'one steward adopts alone',
      propose(draft, { day: '2026-12-03', today: '2026-12-03', stewards: 1 }),
      { facts: [{ kind: 'constitution.adopted', data: { day: '2026-12-03' } }] },
    ],
    [
      'where there are two, the first only proposes',
      propose(draft, { day: '2026-12-10', today: '2026-12-03', stewards: 2 }),
      { facts: [{ kind: 'constitution.proposed', data: { day: '2026-12-10' } }] },
    ],
    [
      'a day that has passed is refused',
      propose(draft, { day: '2026-12-02', today: '2026-12-03', stewards: 1 }),
      { refused: 'day-passed', details: { day: '2026-12-02', today: '2026-12-03' } },
    ],
    [
      'nobody confirms what they proposed themselves',
      confirm(proposed, { by: 'maren', today: '2026-12-03' }),
      { refused: 'another-steward' },
    ],
    [
      'another steward confirms it',
      confirm(proposed, { by: 'joost', today: '2026-12-10' }),
      { facts: [{ kind: 'constitution.adopted', data: { day: '2026-12-10' } }] },
    ],
    [
      'a proposal whose day passed has to be made again',
      confirm(proposed, { by: 'joost', today: '2026-12-11' }),
      { refused: 'day-passed', details: { day: '2026-12-10', today: '2026-12-11' } },
    ],
    [
      'a draft is not confirmed',
      confirm(draft, { by: 'joost', today: '2026-12-03' }),
      { refused: 'nothing-proposed' },
    ],
  ]
  for (const [title, is, should] of cases) test(title, () => assert.deepEqual(is, should))
})

const HALF = { of: 1, in: 2 }
const majority = (more: object): Amendment =>
  amendment.schema.parse({
    ...amendment.empty,
    passes: {
      kind: 'majority',
      threshold: HALF,
      strict: true,
      base: 'cast',
      perClass: null,
      ...more,
    },
  })
const classes: Named[] = [
  { kind: 'class', key: 'producer', name: 'Producer', facts: { votes: true } },
  { kind: 'class', key: 'guest', name: 'Guest', facts: { votes: false } },
  { kind: 'class', key: 'ghost', name: 'Ghost', facts: { votes: true, most: 0 } },
]

suite('an amendment rule', () => {
  const found = (part: Amendment, named = classes, situation = SITUATION) =>
    amendment
      .check(part, say, {}, situation, named)
      .map(({ severity, path }) => `${severity} ${path}`)
  const cases: [string, string[], string[]][] = [
    ['more than half is fine', found(majority({})), []],
    [
      'more than all never passes',
      found(majority({ threshold: { of: 1, in: 1 } })),
      ['error passes.threshold'],
    ],
    [
      'three halves never pass',
      found(majority({ threshold: { of: 3, in: 2 }, strict: false })),
      ['error passes.threshold'],
    ],
    [
      'all of the votes cast may pass',
      found(majority({ threshold: { of: 1, in: 1 }, strict: false })),
      [],
    ],
    [
      'every single one of thirty is warned of',
      found(majority({ threshold: { of: 1, in: 1 }, strict: false, base: 'eligible' })),
      ['warning passes.base'],
    ],
    [
      'a third would be a minority',
      found(majority({ threshold: { of: 1, in: 3 } })),
      ['warning passes.threshold'],
    ],
    [
      'a quorum above all is never met',
      found({ ...amendment.empty, quorum: { of: 2, in: 1 } }),
      ['error quorum'],
    ],
    ['a class that is none', found({ ...amendment.empty, voters: ['nobody'] }), ['error voters.0']],
    [
      'a class without a vote',
      found({ ...amendment.empty, voters: ['producer', 'guest'] }),
      ['error voters.1'],
    ],
    ['nobody votes at all', found(amendment.empty, classes.slice(1, 2)), ['error voters']],
    [
      'a class of nobody never agrees on its own, where its silence stops all',
      found(majority({ perClass: { threshold: HALF, strict: true, absent: 'fails' } })),
      ['error passes.perClass'],
    ],
    [
      'a class of nobody keeps nobody from anything, where that was never asked',
      found(majority({ perClass: { threshold: HALF, strict: true } })),
      [],
    ],
    [
      'more proposers than members',
      found({ ...amendment.empty, proposers: 31 }),
      ['warning proposers'],
    ],
  ]
  for (const [title, is, should] of cases) test(title, () => assert.deepEqual(is, should))
})

suite('a document', () => {
  test('of each preset and the empty one may stand, in both languages', () => {
    for (const locale of ['en', 'es'] as const) {
      const words = wordsIn(locale)
      for (const preset of PRESETS) {
        const parts = presetParts(SECTIONS, preset, words.say)
        assert.deepEqual(wholeParts(SECTIONS, parts), parts)
        assert.deepEqual(findingsIn(SECTIONS, parts, words.say, SITUATION), [])
        for (const { sentences: said } of proseOf(SECTIONS, parts, words.say, NONE))
          for (const { text } of said) assert.match(text, /^\p{Lu}.*\.$/u)
      }
      const empty = emptyParts(SECTIONS)
      assert.ok(mayStand(findingsIn(SECTIONS, empty, words.say, SITUATION)))
    }
  })

  test('with a section that nobody knows is not adopted', () => {
    const parts = { ...emptyParts(SECTIONS), magic: {} }
    const [first] = findingsIn(SECTIONS, parts, say, SITUATION)
    assert.equal(
      first?.sentence,
      'Nothing in this hall knows a section “magic”. Take it out, or mend its name.',
    )
    assert.equal(wholeParts(SECTIONS, parts), null)
  })

  test('that does not fit says where, in a sentence', () => {
    const parts = {
      ...emptyParts(SECTIONS),
      amendment: { ...amendment.empty, proposers: 0, voters: 3 },
    }
    const found = findingsIn(SECTIONS, parts, say, SITUATION).filter(
      ({ section }) => section === 'amendment',
    )
    assert.deepEqual(
      found.map(({ path }) => path),
      ['voters', 'proposers'],
    )
    assert.equal(found[1]?.sentence, 'This is too little: 1 at least.')
  })

  test('is warned of weights in a co-op of persons only, and stopped without a steward', () => {
    const weighed = {
      ...purpose,
      name: 'classes',
      names: (): Named[] => [
        { kind: 'class', key: 'a', name: 'Workers', facts: { votes: true, weight: 3 } },
        { kind: 'class', key: 'b', name: 'Users', facts: { votes: true, weight: 1 } },
      ],
    }
    const found = (situation: Situation) =>
      findingsIn([weighed], {}, say, situation)
        .filter(({ path }) => path === '')
        .map(({ severity, section, sentence }) => [severity, section, sentence.slice(0, 30)])
    assert.deepEqual(found(SITUATION), [['warning', 'classes', 'Members of Workers have 3 vote']])
    assert.deepEqual(found({ ...SITUATION, level: 'co-op of co-ops' }), [])
    assert.deepEqual(found({ ...SITUATION, level: 'co-op of co-ops', stewardCount: 0 }), [
      ['error', 'roles', 'This circle has no steward, so'],
    ])
  })
})
