/** The shapes that operations on constitutions share. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { CircleId } from '#slices/circles/api.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { PRESETS } from '../rules/section.ts'

export const VersionId = idOf('cst', 'a version of a constitution')
export const Day = z.iso.date().meta({ description: 'A day in the zone of the hall' })
export const PresetName = z.enum(PRESETS)
export const Who = z.object({ id: PersonId, name: z.string() })

export const ofCircle = z.object({ circle: CircleId })

/** What PostgreSQL can keep in a document: no NUL, no half of a surrogate pair. */
const keeps = (value: unknown) => !/\\u(0000|d[89a-f])/i.test(JSON.stringify(value ?? null))

export const Part = z.unknown().refine(keeps, { error: 'has characters in it that cannot be kept' })
export const Parts = z.record(z.string().max(60), Part)

const Said = z.object({
  key: z.string(),
  number: z.string().meta({ description: 'By which it is cited: 4.2' }),
  given: z.boolean().meta({ description: 'Whether the number is given for good' }),
  text: z.string(),
})

export const SectionSaid = z.object({
  name: z.string(),
  number: z.int(),
  title: z.string(),
  whole: z.boolean().meta({ description: 'False when its part cannot be read: no prose then' }),
  sentences: z.array(Said),
})

export const FindingShown = z.object({
  severity: z.enum(['error', 'warning']),
  section: z.string(),
  path: z.string().meta({ description: 'Within the section, its steps parted by dots' }),
  sentence: z.string(),
})

export const VersionShown = z.object({
  id: VersionId,
  number: z.int().nullable(),
  state: z.enum(['draft', 'proposed', 'adopted']),
  day: Day.nullable().meta({ description: 'From which it holds' }),
  why: z.string(),
  proposedBy: Who.nullable(),
  adoptedAt: z.string().nullable(),
  adopters: z.array(Who),
  decidedBy: z
    .string()
    .nullable()
    .meta({ description: 'The decision of members by which it was adopted' }),
  sha256: z.string().nullable(),
})
