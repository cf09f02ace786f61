/**
 * A ballot as the fields of a plain form, for pages without script.
 * 1. A question has one field, `answer`. Options that are ranked have a place each, `p1`, `p2` …; options
 *    that are marked have a mark each, `m1`, `m2` …; what is left blank is not on the ballot.
 * 2. Places make the order: gaps close, and one place given twice is refused, as nobody knows what was meant.
 * 3. A form on which nothing is chosen is refused, so that a button pressed too early casts nothing; who
 *    wants to hand in an empty ballot ticks `empty`.
 */
import { refuse, type Refusal } from '#kernel/change.ts'
import { choosesOptions, type Method } from '../kinds/kind.ts'
import { Vote } from '../count/votes.ts'

export type Fields = Readonly<Record<string, string>>

const WHOLE = /^-?\d{1,4}$/

/** What stands in the fields of the options, by the number of the option. */
function numbersIn(fields: Fields, letter: 'p' | 'm'): { option: number; number: number }[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const option = name.startsWith(letter) ? Number(name.slice(1)) : Number.NaN
    return Number.isInteger(option) && WHOLE.test(value.trim())
      ? [{ option, number: Number(value) }]
      : []
  })
}

function orderIn(fields: Fields): number[] | Refusal {
  const places = numbersIn(fields, 'p').toSorted((a, b) => a.number - b.number)
  const twice = places.find(({ number }, at) => places[at - 1]?.number === number)
  if (twice) return refuse('place-twice', { place: twice.number })
  return places.map(({ option }) => option)
}

function given(fields: Fields, method: Method): unknown {
  if (!choosesOptions(method)) return { kind: 'answer', answer: fields['answer'] }
  if (method.kind === 'ranked') return { kind: 'order', order: orderIn(fields) }
  const marks = numbersIn(fields, 'm')
    .map(({ option, number }) => ({ option, mark: number }))
    // No dots on an option are no mark.
    .filter(({ mark }) => method.kind === 'score' || mark !== 0)
  return { kind: 'marks', marks: marks.toSorted((a, b) => a.option - b.option) }
}

const isEmpty = (vote: Vote) =>
  (vote.kind === 'order' && vote.order.length === 0) ||
  (vote.kind === 'marks' && vote.marks.length === 0)

/** The vote that the fields say. Whether its method takes it, votes.ts knows. */
export function voteFrom(fields: Fields, method: Method): Vote | Refusal {
  if (method.kind === 'ranked') {
    const order = orderIn(fields)
    if ('refused' in order) return order
  }
  const vote = Vote.safeParse(given(fields, method))
  if (!vote.success) return refuse(choosesOptions(method) ? 'not-understood' : 'nothing-chosen')
  return isEmpty(vote.data) && fields['empty'] !== 'yes' ? refuse('nothing-chosen') : vote.data
}

/** The fields that say a vote: what the form shows of the ballot that was cast. */
export function fieldsOf(vote: Vote): Fields {
  if (vote.kind === 'answer') return { answer: vote.answer }
  const list =
    vote.kind === 'order'
      ? vote.order.map((option, at) => [`p${option}`, `${at + 1}`] as const)
      : vote.marks.map(({ option, mark }) => [`m${option}`, `${mark}`] as const)
  return list.length === 0 ? { empty: 'yes' } : Object.fromEntries(list)
}
