/**
 * A constitution as one document: `{ purpose: …, classes: …, amendment: … }`.
 * 1. A section that is not in the document stands as it is empty; a name that no section has is an
 *    error, so that nothing is adopted that nobody here understands.
 * 2. A document whose parts do not fit their schemas can be kept as a draft, never adopted.
 * 3. An error keeps a version from being adopted; a warning does not.
 */
import type { z } from 'zod'
import { checkWhole } from './cross-checks.ts'
import { sentenceFor, UNKNOWN_SECTION } from './issue-words.ts'
import { type Numbers, type Numbered, numberProse } from './numbers.ts'
import type { Finding, Named, Parts, Preset, Say, Section, Situation } from './section.ts'

export type Sections = readonly Section<unknown>[]

export type Found = Finding & { section: string }

type Read = {
  section: Section<unknown>
  /** The part as the schema gives it; what is empty where it does not fit. */
  part: unknown
  issues: readonly z.core.$ZodIssue[]
}

function readAll(sections: Sections, parts: Parts): Read[] {
  return sections.map((section) => {
    const given = parts[section.name]
    if (given === undefined) return { section, part: section.empty, issues: [] }
    const read = section.schema.safeParse(given)
    return read.success
      ? { section, part: read.data, issues: [] }
      : { section, part: section.empty, issues: read.error.issues }
  })
}

/** The parts as their schemas give them; null when one does not fit or nobody knows its name. */
export function wholeParts(sections: Sections, parts: Parts): Parts | null {
  const read = readAll(sections, parts)
  const known = new Set(sections.map(({ name }) => name))
  if (read.some(({ issues }) => issues.length > 0)) return null
  if (Object.keys(parts).some((name) => !known.has(name))) return null
  return Object.fromEntries(read.map(({ section, part }) => [section.name, part]))
}

/** What the parts name: classes, roles. */
export function namedIn(sections: Sections, parts: Parts): Named[] {
  return readAll(sections, parts).flatMap(({ section, part }) => section.names?.(part) ?? [])
}

export type SectionProse = {
  name: string
  number: number
  title: string
  /** Whether its part fits its schema; else there is no prose of it. */
  whole: boolean
  sentences: Numbered[]
}

/** All sections as sentences with their numbers. */
export function proseOf(
  sections: Sections,
  parts: Parts,
  say: Say,
  numbers: Numbers,
): SectionProse[] {
  const read = readAll(sections, parts)
  const all = Object.fromEntries(read.map(({ section, part }) => [section.name, part]))
  const named = read.flatMap(({ section, part }) => section.names?.(part) ?? [])
  return read.map(({ section, part, issues }) => {
    const whole = issues.length === 0
    const said = whole ? section.prose(part, say, all, named) : []
    return {
      name: section.name,
      number: section.order / 10,
      title: say(section.title),
      whole,
      sentences: numberProse(section, said, numbers),
    }
  })
}

/** Everything that the validator has to say, errors first within a section. */
export function findingsIn(
  sections: Sections,
  parts: Parts,
  say: Say,
  situation: Situation,
): Found[] {
  const read = readAll(sections, parts)
  const all = Object.fromEntries(read.map(({ section, part }) => [section.name, part]))
  const named = read.flatMap(({ section, part }) => section.names?.(part) ?? [])
  const known = new Set(sections.map(({ name }) => name))
  const strangers = Object.keys(parts).filter((name) => !known.has(name))
  const found = read.flatMap(({ section, part, issues }): Found[] => {
    const schema = issues.map((issue): Finding => ({
      severity: 'error',
      path: issue.path.map(String).join('.'),
      sentence: sentenceFor(issue, say),
    }))
    const checked = issues.length > 0 ? schema : section.check(part, say, all, situation, named)
    return checked
      .toSorted((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
      .map((finding) => ({ ...finding, section: section.name }))
  })
  return [
    ...strangers.map((section): Found => ({
      severity: 'error',
      section,
      path: '',
      sentence: say(UNKNOWN_SECTION, { name: section }),
    })),
    ...found,
    ...checkWhole(named, say, situation),
  ]
}

/** Whether a version with these findings may be adopted. */
export function mayStand(findings: readonly Finding[]): boolean {
  return findings.every(({ severity }) => severity === 'warning')
}

/** The document of a preset, in the words of a language. */
export function presetParts(sections: Sections, preset: Preset, say: Say): Parts {
  return Object.fromEntries(
    sections.map(({ name, presets }) => [
      name,
      (typeof presets === 'function' ? presets(say) : presets)[preset],
    ]),
  )
}

/** A document with every section empty. */
export function emptyParts(sections: Sections): Parts {
  return Object.fromEntries(sections.map(({ name, empty }) => [name, empty]))
}

/** A primary co-op has persons only; where a class holds co-ops, it is a co-op of co-ops. */
export function levelOf(named: readonly Named[]): Situation['level'] {
  const coops = named.some(({ facts }) => facts?.holds === 'co-ops' || facts?.holds === 'both')
  return coops ? 'co-op of co-ops' : 'primary'
}
