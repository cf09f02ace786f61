/**
 * A section of a constitution, as the slice that owns its law defines it. A constitution is one
 * object with one part a section; each section knows its schema, its prose and what may be wrong.
 */
import type { z } from 'zod'

export const PRESETS = ['open-source', 'consumer', 'movement', 'full-commons'] as const
export type Preset = (typeof PRESETS)[number]

/** All parts of one constitution by the names of their sections; each section parses its own. */
export type Parts = Record<string, unknown>

/** A sentence of the prose. `key` stays the same between versions for the same rule. */
export type Sentence = { key: string; text: string }

/** What the validator says: an error keeps a version from being adopted, a warning does not. */
export type Finding = { severity: 'error' | 'warning'; path: string; sentence: string }

/** What is known of the circle when its rules are checked. */
export type Situation = {
  /** A primary co-op has persons as members; another has (also) co-ops. */
  level: 'primary' | 'co-op of co-ops'
  memberCount: number
  stewardCount: number
}

/** Puts a marked message into the reader's language. */
export type Say = (
  message: { id: string; message: string },
  values?: Record<string, unknown>,
) => string

export type Section<Part> = {
  /** The key of the part in the document: `classes`, `duties`. */
  name: string
  /** Where it stands among the sections: purpose 10, classes 20, waysIn 30, duties 40, roles 50, delegation 60, amendment 90. */
  order: number
  title: { id: string; message: string }
  schema: z.ZodType<Part>
  empty: Part
  presets: Record<Preset, Part>
  prose(part: Part, say: Say, all: Parts): Sentence[]
  check(part: Part, say: Say, all: Parts, situation: Situation): Finding[]
}
