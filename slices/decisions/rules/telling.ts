/**
 * The telling of a count: each step in plain sentences, in whatever language is asked for. Nothing
 * is said that the step does not hold.
 */
import type { MessageDescriptor } from '@lingui/core'
import type { Moved, Standing, Step, TieBroken, Why } from './counting.ts'

/** A sentence and what is set into it; a list is written as the language writes lists. */
export type Sentence = {
  message: MessageDescriptor
  values: Record<string, string | number | string[]>
}

/** An amount as people read it: without the zeros at its end. */
export function amount(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

const nameIn = (names: readonly string[]) => (candidate: number) =>
  names[candidate] ?? `${candidate + 1}`

function standing({ votes, nonTransferable }: Standing, names: readonly string[]): Sentence[] {
  const held = votes.flatMap((each, at) =>
    amount(each) === '0' ? [] : [`${nameIn(names)(at)} ${amount(each)}`],
  )
  const lost = amount(nonTransferable)
  return [
    {
      message:
        lost === '0'
          ? /*i18n*/ { id: 'decisions.tell.standing', message: 'Votes: {held}.' }
          : /*i18n*/ {
              id: 'decisions.tell.standing-lost',
              message: 'Votes: {held}. No longer counting: {lost}.',
            },
      values: { held, lost },
    },
  ]
}

function moves(moved: readonly Moved[], names: readonly string[]): Sentence[] {
  return moved.map(({ value, papers, to, lost }) => ({
    message: MOVED[to.length === 0 ? 'none' : amount(lost) === '0' ? 'all' : 'some'],
    values: {
      papers,
      value: amount(value),
      lost: amount(lost),
      to: to.map(({ candidate, votes }) => `${nameIn(names)(candidate)} +${amount(votes)}`),
    },
  }))
}

const MOVED = {
  all: /*i18n*/ {
    id: 'decisions.tell.moved',
    message: '{papers, plural, one {# paper} other {# papers}}, worth {value} each: {to}.',
  },
  some: /*i18n*/ {
    id: 'decisions.tell.moved-some',
    message:
      '{papers, plural, one {# paper} other {# papers}}, worth {value} each: {to}; without a further preference: {lost}.',
  },
  none: /*i18n*/ {
    id: 'decisions.tell.moved-none',
    message:
      '{papers, plural, one {# paper} other {# papers}}, worth {value} each: nobody else is named.',
  },
}

const ELECTED: Record<Why, MessageDescriptor> = {
  quota: /*i18n*/ {
    id: 'decisions.tell.elected-quota',
    message: 'Elected with the quota: {who}.',
  },
  majority: /*i18n*/ {
    id: 'decisions.tell.elected-majority',
    message: 'Elected with more than half of the papers that count: {who}.',
  },
  last: /*i18n*/ {
    id: 'decisions.tell.elected-last',
    message: 'As many are left as there are seats; elected: {who}.',
  },
  most: /*i18n*/ { id: 'decisions.tell.elected-most', message: 'Elected: {who}.' },
  funded: /*i18n*/ { id: 'decisions.tell.elected-funded', message: 'Funded: {who}.' },
}

const LOT: Record<TieBroken['purpose'], MessageDescriptor> = {
  elect: /*i18n*/ {
    id: 'decisions.tell.lot-elect',
    message: '{among} are level; the lot elects {chosen}.',
  },
  exclude: /*i18n*/ {
    id: 'decisions.tell.lot-exclude',
    message: '{among} are level; the lot excludes {chosen}.',
  },
  transfer: /*i18n*/ {
    id: 'decisions.tell.lot-transfer',
    message: '{among} are level; by lot the surplus of {chosen} goes on first.',
  },
  runoff: /*i18n*/ {
    id: 'decisions.tell.lot-runoff',
    message: '{among} are level; the lot sends {chosen} into the runoff.',
  },
  fund: /*i18n*/ {
    id: 'decisions.tell.lot-fund',
    message: '{among} are level; the lot takes {chosen} first.',
  },
}

const TOLD_BY: Record<Exclude<TieBroken['by'], 'lot' | { stage: number }>, MessageDescriptor> = {
  duels: /*i18n*/ {
    id: 'decisions.tell.tie-duels',
    message: '{among} are level; in duels among them {chosen} loses the fewest.',
  },
  'top-marks': /*i18n*/ {
    id: 'decisions.tell.tie-tops',
    message: '{among} are level; {chosen} has the most marks at the top.',
  },
  total: /*i18n*/ {
    id: 'decisions.tell.tie-total',
    message: '{among} are level; {chosen} has the higher sum.',
  },
  cost: /*i18n*/ {
    id: 'decisions.tell.tie-cost',
    message: '{among} are level; {chosen} costs less.',
  },
  approvals: /*i18n*/ {
    id: 'decisions.tell.tie-approvals',
    message: '{among} are level; more sheets are in favour of {chosen}.',
  },
}

/** How a tie was broken, in a sentence. */
export function tellTie(step: TieBroken, names: readonly string[]): Sentence {
  const values = { among: step.among.map(nameIn(names)), chosen: nameIn(names)(step.chosen) }
  if (step.by === 'lot') return { message: LOT[step.purpose], values }
  if (typeof step.by === 'string') return { message: TOLD_BY[step.by], values }
  return {
    message: /*i18n*/ {
      id: 'decisions.tell.tie-stage',
      message: '{among} are level; stage {stage} told them apart, so it falls on {chosen}.',
    },
    values: { ...values, stage: step.by.stage },
  }
}

/** One step of a count by transfers, by runoff or by the most votes, in sentences. */
export function tellStep(step: Step, names: readonly string[]): Sentence[] {
  const name = nameIn(names)
  switch (step.kind) {
    case 'quota':
      return [
        {
          message: /*i18n*/ {
            id: 'decisions.tell.quota',
            message:
              '{papers, plural, one {# paper} other {# papers}} for {seats, plural, one {# seat} other {# seats}}: the quota is {quota}.',
          },
          values: { papers: step.papers, seats: step.seats, quota: amount(step.quota) },
        },
      ]
    case 'first-preferences':
    case 'round':
      return [
        {
          message: /*i18n*/ {
            id: 'decisions.tell.stage',
            message: 'Stage {stage}: each paper counts for the first it names who is still in.',
          },
          values: { stage: step.stage },
        },
        ...standing(step, names),
      ]
    case 'surplus':
    case 'exclusion':
      return [
        moving(step, name(step.candidate)),
        ...moves(step.moved, names),
        ...standing(step, names),
      ]
    case 'excluded':
      return [{ message: EXCLUDED, values: { stage: step.stage, name: name(step.candidate) } }]
    case 'elected':
      return [{ message: ELECTED[step.why], values: { who: step.candidates.map(name) } }]
    case 'most':
      return standing({ votes: inPlace(step), nonTransferable: '0' }, names)
    case 'tie':
      return [tellTie(step, names)]
    case 'minority': {
      const { votes, papers } = step
      return [{ message: MINORITY, values: { name: name(step.candidate), votes, papers } }]
    }
    case 'vacant':
      return [{ message: VACANT, values: { name: name(step.candidate) } }]
    case 'doomed':
    case 'guarded':
      return [{ message: GROUPED[step.kind], values: { who: step.candidates.map(name) } }]
  }
}

const MINORITY = /*i18n*/ {
  id: 'decisions.tell.minority',
  message:
    'A warning: {name} is first on {votes} of {papers} papers only. Most named somebody else first, and may all have wanted anybody else.',
}

const VACANT = /*i18n*/ {
  id: 'decisions.tell.vacant',
  message: 'A seat goes to "{name}": it stays vacant.',
}

const GROUPED = {
  doomed: /*i18n*/ {
    id: 'decisions.tell.doomed',
    message: 'All groups could not be served any more with: {who}.',
  },
  guarded: /*i18n*/ {
    id: 'decisions.tell.guarded',
    message: 'Not excluded, since a group could not be served any more without: {who}.',
  },
}

const EXCLUDED = /*i18n*/ {
  id: 'decisions.tell.excluded',
  message: 'Stage {stage}: {name} has the fewest votes and is excluded.',
}

function moving(step: Extract<Step, { kind: 'surplus' | 'exclusion' }>, name: string): Sentence {
  const { stage } = step
  if (step.kind === 'exclusion') return { message: EXCLUDED, values: { stage, name } }
  return {
    message: /*i18n*/ {
      id: 'decisions.tell.surplus',
      message: 'Stage {stage}: {name} has {surplus} votes more than the quota and passes them on.',
    },
    values: { stage, name, surplus: amount(step.surplus) },
  }
}

function inPlace({ candidates, votes }: Extract<Step, { kind: 'most' }>): string[] {
  const placed: string[] = []
  candidates.forEach((candidate, at) => (placed[candidate] = votes[at] ?? '0'))
  return Array.from(placed, (each) => each ?? '0')
}
