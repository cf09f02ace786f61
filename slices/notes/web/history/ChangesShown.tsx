/** A version with what was put in and taken out since another, each by whom. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { z } from 'zod'
import type { Output } from '#kernel/operation.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { compareVersions } from '../../api/history.ts'
import type { NoteId } from '../../api/shapes.ts'
import { ShownLine } from './ShownLine.tsx'
import styles from './history.module.css'

type Props = { note: z.infer<typeof NoteId>; version: number | 'now'; since: number | null }

export function ChangesShown({ note, version, since }: Props) {
  const query = since === null ? {} : { since }
  const { data, error } = useRead(compareVersions, { params: { note, version }, query })
  return (
    <>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && <Compared compared={data} />}
    </>
  )
}

function Compared({ compared }: { compared: Output<typeof compareVersions> }) {
  const { t } = useLingui()
  const { lines, authors, added, removed } = compared
  const names = new Map(
    authors.map(({ number, name, kind }) => [
      number,
      name ? (kind === 'imported' ? t`${name} (imported)` : name) : t`a former member`,
    ]),
  )
  return (
    <>
      <p className="hint" aria-live="polite">
        <Plural value={added} one="# character put in" other="# characters put in" />,{' '}
        <Plural value={removed} one="# taken out" other="# taken out" />
      </p>
      <article className={`sheet ${styles['paper']}`}>
        {lines.length === 0 && (
          <p className="hint">
            <Trans>This version is empty.</Trans>
          </p>
        )}
        {lines.map((line, place) => (
          // Lines have no name of their own; they stand where they stand.
          // oxlint-disable-next-line react/no-array-index-key
          <ShownLine key={place} line={line} names={names} />
        ))}
      </article>
    </>
  )
}
