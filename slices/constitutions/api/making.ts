/** Making a version. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import {
  FindingShown,
  ofCircle,
  Part,
  Parts,
  PresetName,
  SectionSaid,
  VersionId,
  VersionShown,
} from './shapes.ts'

const KILOBYTE = 1024
const BIG = 512 * KILOBYTE

const Draft = z.object({
  version: VersionShown,
  parts: z.record(z.string(), z.unknown()),
  revisions: z
    .record(z.string(), z.int())
    .meta({ description: 'How often each section was changed; 0 where it does not stand here' }),
})

export const beginDraft = operation({
  method: 'POST',
  path: '/circles/{circle}/constitution/draft',
  summary: 'Begin a version: from the rules in force, from one of the models, or from nothing',
  who: 'steward-of-circle',
  params: ofCircle,
  body: z.object({ from: z.union([z.enum(['now', 'empty']), PresetName]).default('now') }),
  output: z.object({ id: VersionId }),
  refusals: ['draft-open'],
})

export const readDraft = operation({
  method: 'GET',
  path: '/circles/{circle}/constitution/draft',
  summary: 'The version in the making, as data',
  who: 'steward-of-circle',
  params: ofCircle,
  output: z.object({ draft: Draft.nullable() }),
})

export const changeDraft = operation({
  method: 'PUT',
  path: '/circles/{circle}/constitution/draft/{section}',
  summary: 'Change one section of the draft',
  who: 'steward-of-circle',
  params: ofCircle.extend({ section: z.string().max(60) }),
  body: z.object({
    part: Part,
    revision: z.int().min(0).meta({ description: 'The last change of this section that you saw' }),
  }),
  output: z.object({ revision: z.int() }),
  refusals: ['no-draft', 'draft-changed', 'draft-proposed'],
  maxBody: BIG,
})

export const importDraft = operation({
  method: 'PUT',
  path: '/circles/{circle}/constitution/draft',
  summary: 'Put a file (YAML or JSON) in the place of the draft, or begin one with it',
  who: 'steward-of-circle',
  params: ofCircle,
  body: z.object({
    file: z.string().max(256 * KILOBYTE),
    over: VersionId.nullable().meta({ description: 'The draft it takes the place of; null: none' }),
  }),
  output: z.object({ id: VersionId, findings: z.array(FindingShown) }),
  refusals: ['draft-open', 'draft-proposed', 'file-not-understood'],
  maxBody: BIG,
})

export const dropDraft = operation({
  method: 'DELETE',
  path: '/circles/{circle}/constitution/draft',
  summary: 'Throw the draft away',
  who: 'steward-of-circle',
  params: ofCircle,
  refusals: ['no-draft', 'draft-proposed'],
})

export const previewDraft = operation({
  method: 'POST',
  path: '/circles/{circle}/constitution/preview',
  summary: 'Rules as sentences, and what the hall has to say of them, without keeping them',
  who: 'steward-of-circle',
  params: ofCircle,
  body: z.object({ parts: Parts }),
  output: z.object({
    sections: z.array(SectionSaid),
    findings: z.array(FindingShown),
    named: z
      .array(z.object({ kind: z.string(), key: z.string(), name: z.string() }))
      .meta({ description: 'What parts may refer to' }),
  }),
  maxBody: BIG,
})
