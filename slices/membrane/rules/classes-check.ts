/** What may be wrong with classes. */
import type { Finding, Parts, Say, Situation } from '#slices/constitutions/index.ts'
import type { Classes } from './classes.ts'

const NONE = /*i18n*/ {
  id: 'membrane.check.no-class',
  message: 'No class is named, so every member is simply a member. Name the classes there are.',
}
const NO_VOTE = /*i18n*/ {
  id: 'membrane.check.no-vote',
  message: 'Nobody may vote, so nothing can be decided by vote. Give one class a vote.',
}
const TURNED = /*i18n*/ {
  id: 'membrane.check.turned',
  message: '{name}: at least {least} and at most {most} cannot both be. Put the numbers in order.',
}
const SILENT = /*i18n*/ {
  id: 'membrane.check.silent',
  message: '{name} vote, but may not come to gatherings. Is that meant?',
}
const FULL = /*i18n*/ {
  id: 'membrane.check.full',
  message:
    'All classes together hold at most {most} members, and there are {count} already. Nobody would be put out, and nobody could come in.',
}

export function checkClasses(
  { classes }: Classes,
  say: Say,
  _all: Parts,
  { memberCount: count }: Situation,
): Finding[] {
  const warn = (path: string, sentence: string): Finding => ({
    severity: 'warning',
    path,
    sentence,
  })
  if (classes.length === 0) return [warn('classes', say(NONE))]
  const found = classes.flatMap(({ name, least, most, rights }, at): Finding[] => {
    const path = `classes.${at}`
    const turned = least !== null && most !== null && least > most
    return [
      ...(turned
        ? [
            {
              severity: 'error' as const,
              path: `${path}.most`,
              sentence: say(TURNED, { name, least, most }),
            },
          ]
        : []),
      ...(rights.vote && !rights.attend
        ? [warn(`${path}.rights.attend`, say(SILENT, { name }))]
        : []),
    ]
  })
  if (!classes.some(({ rights }) => rights.vote)) found.push(warn('classes', say(NO_VOTE)))
  const places = classes.reduce((sum, { most }) => sum + (most ?? Infinity), 0)
  if (places < count) found.push(warn('classes', say(FULL, { most: places, count })))
  return found
}
