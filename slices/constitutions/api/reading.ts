/** Reading constitutions. */
import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'
import {
  Day,
  FindingShown,
  ofCircle,
  PresetName,
  SectionSaid,
  VersionId,
  VersionShown,
} from './shapes.ts'

const Named = z.object({ id: CircleId, name: z.string() })

export const readConstitution = operation({
  method: 'GET',
  path: '/circles/{circle}/constitution',
  summary: 'The rules of a circle as sentences: in force now, on a day, or of one version',
  who: 'reader-of-constitution',
  params: ofCircle,
  query: z.object({ day: Day.optional(), version: VersionId.optional() }),
  output: z.object({
    circle: Named,
    of: Named.nullable().meta({
      description: 'Whose rules hold: its own, or those of the circle around a working circle',
    }),
    today: Day,
    shown: VersionShown.nullable(),
    inForce: VersionId.nullable().meta({ description: 'The version that holds today' }),
    sections: z.array(SectionSaid),
    versions: z.array(VersionShown),
    coming: z.array(VersionShown).meta({ description: 'Adopted, and in force from a day to come' }),
    open: VersionShown.nullable().meta({ description: 'In the making; for stewards and members' }),
    may: z.object({
      change: z.boolean(),
      confirm: z.boolean().meta({ description: 'Whether I am the second steward it waits for' }),
      takeBack: z.boolean(),
      adopt: z.boolean().meta({ description: 'Whether stewards adopt by hand here' }),
      stewards: z.int().meta({ description: 'How many there are to adopt it' }),
    }),
  }),
})

export const readForm = operation({
  method: 'GET',
  path: '/constitutions/form',
  summary: 'The sections of a constitution as JSON Schema with words, and the models',
  who: 'anyone',
  output: z.object({
    sections: z.array(
      z.object({
        name: z.string(),
        number: z.int(),
        title: z.string(),
        schema: z.record(z.string(), z.unknown()),
        empty: z.unknown(),
      }),
    ),
    presets: z.array(
      z.object({
        key: PresetName,
        name: z.string(),
        what: z.string(),
        suits: z.string(),
        weakness: z.string(),
      }),
    ),
  }),
})

export const readSchema = operation({
  method: 'GET',
  path: '/constitution.schema.json',
  summary: 'The JSON Schema of a constitution as a file',
  who: 'anyone',
  output: z.record(z.string(), z.unknown()),
})

export const exportVersion = operation({
  method: 'GET',
  path: '/circles/{circle}/constitution/versions/{version}/file',
  summary: 'A version as a file',
  who: 'reader-of-constitution',
  params: ofCircle.extend({ version: VersionId }),
  query: z.object({ as: z.enum(['yaml', 'json']).default('yaml') }),
  produces: 'application/yaml',
})

const Piece = z.object({ text: z.string(), marked: z.boolean() })

export const comparison = operation({
  method: 'GET',
  path: '/circles/{circle}/constitution/comparison',
  summary: 'Two versions side by side: sentences that stay, were changed, added, taken out',
  who: 'reader-of-constitution',
  params: ofCircle,
  query: z.object({ before: VersionId, after: VersionId }),
  output: z.object({
    circle: Named,
    before: VersionShown,
    after: VersionShown,
    counts: z.object({ stays: z.int(), changed: z.int(), added: z.int(), removed: z.int() }),
    sections: z.array(
      z.object({
        name: z.string(),
        number: z.int(),
        title: z.string(),
        rows: z.array(
          z.object({
            key: z.string(),
            number: z.string(),
            state: z.enum(['stays', 'changed', 'added', 'removed']),
            before: z.array(Piece).nullable(),
            after: z.array(Piece).nullable(),
          }),
        ),
      }),
    ),
    mine: z
      .object({
        name: z.string(),
        gone: z.boolean().meta({ description: 'The later version names this class no longer' }),
        changes: z.array(
          z.object({
            number: z.string(),
            state: z.enum(['changed', 'added', 'removed']),
            text: z.string(),
          }),
        ),
      })
      .nullable()
      .meta({ description: 'What changes for my class; null for who is not inside' }),
    findings: z.array(FindingShown).meta({ description: 'What the hall says of the later one' }),
    how: z.array(z.string()).meta({ description: 'How such a change is decided, in sentences' }),
  }),
})
