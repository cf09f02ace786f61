/**
 * A section of a constitution, as the slice that owns its law defines it. A constitution is one
 * object with one part a section; each section knows its schema, its prose and what may be wrong.
 * The methods of a section are written as methods, so that any `Section<Part>` is a `Section<unknown>`.
 */
import type { z } from 'zod'

export const PRESETS = [
  'open-source',
  'consumer',
  'movement',
  'full-commons',
  'parliamentary',
] as const
export type Preset = (typeof PRESETS)[number]

/** All parts of one constitution by the names of their sections; each section parses its own. */
export type Parts = Record<string, unknown>

/**
 * A sentence of the prose. `key` stays the same between versions for the same rule (`producer.dues`,
 * never its place in a list), since the number that people cite belongs to it.
 */
export type Sentence = { key: string; text: string }

/**
 * What the validator says: an error keeps a version from being adopted, a warning does not. `path` is
 * within the part, its steps parted by dots: `classes.2.rights`.
 */
export type Finding = { severity: 'error' | 'warning'; path: string; sentence: string }

/** What a part names, for other parts to refer to by its key: a class, a role. */
export type Named = {
  kind: string
  /** Lower case with hyphens, for ever the same: `custodian`. */
  key: string
  /** As people say it: "Custodian". */
  name: string
  facts?: {
    /** A class: whether its members vote, with what weight, stand for roles, and who they are. */
    votes?: boolean
    weight?: number
    stands?: boolean
    holds?: 'persons' | 'co-ops' | 'both'
    most?: number | null
    /** A role: the classes whose members may hold it; empty means every class that may stand. */
    eligible?: readonly string[]
  }
}

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
  /**
   * Where it stands, and ten times the number that its sentences are cited by (§2.3), for ever: purpose
   * 10, classes 20, waysIn 30, duties 40, roles 50, delegation 60, decisions 70, sharing 80, amendment 90.
   */
  order: number
  title: { id: string; message: string }
  /** Fields carry their words by `asked` (kernel/asked.ts), from which the form is drawn. */
  schema: z.ZodType<Part>
  empty: Part
  /** Plain, or made with the words of a language where names and texts stand in it. */
  presets: Record<Preset, Part> | ((say: Say) => Record<Preset, Part>)
  /** What other sections may refer to. */
  names?(part: Part): Named[]
  /** The classes whose members a sentence of this key is about; `all`: whoever is inside. */
  concerns?(part: Part, key: string): readonly string[] | 'all'
  prose(part: Part, say: Say, all: Parts, named: readonly Named[]): Sentence[]
  check(part: Part, say: Say, all: Parts, situation: Situation, named: readonly Named[]): Finding[]
}
