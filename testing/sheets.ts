/** Invented sheets of marks, for tables and for properties. */
import fc from 'fast-check'
import { APPROVAL, gatherSheets, type Marked, type Sheet } from '#slices/decisions/rules/sheets.ts'

/** Options as letters and sheets as words: `{ sheets: '3 a5 c2, 1 b1' }`; a letter alone is one. */
export function markedOf(
  said: Partial<Omit<Marked, 'candidates' | 'sheets'>> & {
    names: string
    sheets: string
    withdrawn?: string
  },
): Marked {
  const { names: all, sheets, withdrawn = '', ...rest } = said
  const names = all.split(' ')
  const read = sheets.split(',').map((text): Sheet => {
    const [count = '1', ...marks] = text.trim().split(' ')
    const given = marks.map((mark): [number, number] => {
      const [, name = '', value = ''] = /^([A-Za-z]+)(-?[\d.]*)$/.exec(mark) ?? []
      return [names.indexOf(name), value === '' ? 1 : Number(value)]
    })
    return { count: Number(count), marks: new Map(given) }
  })
  return {
    title: '',
    seats: 1,
    candidates: names.map((name) => ({ name, withdrawn: withdrawn.split(' ').includes(name) })),
    scale: APPROVAL,
    together: null,
    sheets: gatherSheets(read),
    tie: null,
    ...rest,
  }
}

export type DrawnSheets = { marked: Marked; lot: number[] }

/** Any sheets, on a scale from nothing to `most`; costs and a budget beside. */
export function drawnSheets({ most = 1, mostSeats = 4, mostCandidates = 6 } = {}) {
  return fc.integer({ min: 1, max: mostCandidates }).chain((size): fc.Arbitrary<DrawnSheets> => {
    const indices = Array.from({ length: size }, (_, index) => index)
    const marks = fc
      .array(fc.option(fc.integer({ min: 0, max: most })), { minLength: size, maxLength: size })
      .map((given) => new Map(given.flatMap((mark, at) => (mark === null ? [] : [[at, mark]]))))
    return fc.record({
      lot: fc.shuffledSubarray(indices, { minLength: size }),
      marked: fc.record({
        title: fc.constant('drawn'),
        seats: fc.integer({ min: 1, max: mostSeats }),
        candidates: fc.constant(
          indices.map((index) => ({ name: `Option ${index + 1}`, withdrawn: false })),
        ),
        scale: fc.constant({ least: 0, most }),
        together: fc.constant(null),
        tie: fc.constant(null),
        sheets: fc
          .array(fc.record({ marks, count: fc.integer({ min: 1, max: 20 }) }), { maxLength: 15 })
          .map(gatherSheets),
        budget: fc.record({
          whole: fc.integer({ min: 1, max: 300 }),
          costs: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: size, maxLength: size }),
        }),
      }),
    })
  })
}
