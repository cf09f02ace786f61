/** The versions of a note as steps of a slider, the oldest first; what was written since comes last. */
import type { Output } from '#kernel/operation.ts'
import type { listVersions } from '../../api/history.ts'

export type History = Output<typeof listVersions>
export type Version = History['versions'][number]
export type Step = Pick<Version, 'at' | 'authors'> & {
  version: number | 'now'
  label: string | null
  kind: Version['kind'] | 'now'
}

export function stepsOf({ versions, since }: Pick<History, 'versions' | 'since'>): Step[] {
  const steps = versions.toReversed().map(({ number, at, authors, label, kind }): Step => ({
    version: number,
    at,
    authors,
    label,
    kind,
  }))
  if (!since) return steps
  const { at, authors } = since
  return [...steps, { version: 'now', at, authors, label: null, kind: 'now' }]
}
