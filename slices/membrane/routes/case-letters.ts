/** The letters of a case: to the member at each step, to those who decide when something waits for them. */
import type { Transaction } from '#kernel/database.ts'
import type { Hall } from '#kernel/hall.ts'
import { circleOf, rolesOf } from '#slices/circles/index.ts'
import { addresseesOf } from '../store/addressees.ts'
import type { ExclusionRow } from '../store/leaving.ts'
import { sendAll, sendTo } from './sending.ts'

const W = {
  about: /*i18n*/ { id: 'membrane.case-letter', message: 'Your membership of {circle}' },
  opened: /*i18n*/ {
    id: 'membrane.case-opened',
    message:
      'It was proposed that you are put out of {circle}. The reason:\n\n{reason}\n\nNothing is decided before {day}. Read how it goes on, and answer in writing:\n\n{link}',
  },
  hearing: /*i18n*/ {
    id: 'membrane.case-hearing',
    message:
      'You are heard before {circle} decides on your membership: {time}, {where}.\n\nYou can answer in writing, too:\n\n{link}',
  },
  out: /*i18n*/ {
    id: 'membrane.case-out',
    message:
      'It was decided that you are no longer a member of {circle}. The reason:\n\n{reason}\n\nUntil {day} you may appeal; another than who decided decides on it:\n\n{link}',
  },
  stays: /*i18n*/ {
    id: 'membrane.case-stays',
    message: 'It was decided that you stay a member of {circle}. The reason:\n\n{reason}\n\n{link}',
  },
  lifted: /*i18n*/ {
    id: 'membrane.case-lifted',
    message:
      'Your appeal was heard: you are a member of {circle} as before. The reason:\n\n{reason}\n\n{link}',
  },
  holds: /*i18n*/ {
    id: 'membrane.case-holds',
    message:
      'Your appeal was heard: the decision of {circle} holds. The reason:\n\n{reason}\n\n{link}',
  },
  appeals: /*i18n*/ { id: 'membrane.appeal-letter', message: 'An appeal in {circle}' },
  appealed: /*i18n*/ {
    id: 'membrane.case-appealed',
    message:
      'Somebody who was put out of {circle} appeals. Another steward than who decided decides on it:\n\n{link}',
  },
}
export type Step = 'opened' | 'hearing' | 'out' | 'stays' | 'lifted' | 'holds'
export type Told = { reason?: string; day?: string; time?: string; where?: string }

async function valuesOf(tx: Transaction, hall: Hall, row: ExclusionRow) {
  const circle = (await circleOf(tx, row.circle))?.name ?? ''
  return { circle, link: `${hall.config.origin}/exclusions/${row.id}` }
}

/** Tells the member; for a co-op its stewards and delegates. */
export async function tellMember(
  tx: Transaction,
  hall: Hall,
  row: ExclusionRow,
  { step, ...told }: Told & { step: Step },
): Promise<void> {
  const values = { ...(await valuesOf(tx, hall, row)), ...told }
  const people = await addresseesOf(tx, row.circle, row.member)
  await sendAll(tx, hall, people, { subject: W.about, text: W[step], values })
}

/** Tells the stewards, save who decided, that an appeal waits. */
export async function tellOfAppeal(tx: Transaction, hall: Hall, row: ExclusionRow): Promise<void> {
  const stewards = (await rolesOf(tx, row.circle)).filter(({ role }) => role === 'steward')
  const others = stewards.map(({ person }) => person).filter((one) => one !== row.decided_by)
  const values = await valuesOf(tx, hall, row)
  await sendTo(tx, hall, others, { subject: W.appeals, text: W.appealed, values })
}
