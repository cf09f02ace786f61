/** Two records of one person: found, compared, made one, parted again. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { operation } from '#kernel/operation.ts'
import { Address, CodeText, PersonId, When } from './shapes.ts'

export const MergeId = idOf('mrg', 'a merge of two records')
const pair = z.object({ person: PersonId, other: PersonId })

const Shown = z.object({
  id: PersonId,
  name: z.string(),
  email: z.string().nullable(),
  came: When,
  seen: When,
  about: z.array(z.string()).meta({ description: 'What it is in the hall, in sentences' }),
})

export const alikeRecords = operation({
  method: 'GET',
  path: '/people/alike',
  summary: 'Records that look like one person’s: of one name, or of one mail box',
  who: 'steward',
  output: z.object({
    pairs: z.array(
      z.object({
        by: z.enum(['name', 'mail']),
        records: z.array(
          z.object({ id: PersonId, name: z.string(), email: z.string().nullable() }),
        ),
      }),
    ),
  }),
})

export const foretellMerge = operation({
  method: 'GET',
  path: '/people/{person}/records/{other}',
  summary: 'What would happen if another record became one with this one, in sentences',
  who: 'merges-records',
  params: pair,
  output: z.object({
    kept: Shown,
    other: Shown,
    says: z.array(z.string()),
    stops: z.array(z.string()).meta({ description: 'Why it cannot be yet; mostly empty' }),
    days: z.int().meta({ description: 'For how long it can be undone' }),
  }),
  refusals: ['record-gone', 'same-record', 'record-merged'],
})

export const mergeRecords = operation({
  method: 'POST',
  path: '/people/{person}/records/{other}',
  summary: 'Make another record one with this one; it can be undone for thirty days',
  who: 'merges-records',
  params: pair,
  output: z.object({ merge: MergeId, until: When }),
  refusals: ['record-gone', 'same-record', 'record-merged', 'merge-waits'],
})

const Merged = z.object({
  id: MergeId,
  kept: z.object({ id: PersonId, name: z.string() }),
  other: z.object({ id: PersonId, name: z.string(), email: z.string().nullable() }),
  by: z.string().nullable(),
  at: When,
  until: When,
  parted: When.nullable(),
  partedBy: z.string().nullable(),
  open: z.boolean().meta({ description: 'Whether it can still be undone' }),
})

export const listMerges = operation({
  method: 'GET',
  path: '/merges',
  summary: 'Records that were made one, the newest first',
  who: 'steward',
  output: z.object({ merges: z.array(Merged) }),
})

export const partRecords = operation({
  method: 'DELETE',
  path: '/merges/{merge}',
  summary: 'Part two records again',
  who: 'parts-records',
  params: z.object({ merge: MergeId }),
  refusals: ['parted-already', 'parting-over', 'later-merge-first', 'record-gone'],
})

export const askForRecord = operation({
  method: 'POST',
  path: '/me/records/codes',
  summary: 'Ask for a code to the mail of another record of mine',
  who: 'signed-in',
  body: z.object({ email: Address }),
  output: z.object({ minutes: z.int() }),
  refusals: ['asked-often'],
})

export const proveRecord = operation({
  method: 'POST',
  path: '/me/records',
  summary: 'Show by its code that another record is mine',
  who: 'signed-in',
  body: z.object({ email: Address, code: CodeText }),
  output: z.object({ other: PersonId }),
  refusals: ['code-wrong', 'code-spent', 'code-expired'],
})

export const myMerges = operation({
  method: 'GET',
  path: '/me/records',
  summary: 'Other records that became one with mine',
  who: 'signed-in',
  output: z.object({ merges: z.array(Merged) }),
})
