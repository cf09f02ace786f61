/** Two stewards changed one section: theirs and mine as sentences, and one of them is kept. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { previewDraft } from '../api.ts'
import { compare, type Piece } from '../rules/compare.ts'
import type { JsonObject } from './form/schema.ts'
import type { Conflict } from './useDraft.ts'
import styles from './constitutions.module.css'

type Props = {
  circle: `cir_${string}`
  /** The document with my section in it. */
  parts: JsonObject
  conflict: Conflict
  onSettle: (mine: boolean) => void
}

/** The section of both, as the hall says it. */
function useBoth({ circle, parts, conflict }: Omit<Props, 'onSettle'>) {
  const { section, theirs } = conflict
  return useQuery({
    queryKey: ['clash of rules', circle, section, parts[section], theirs],
    queryFn: async ({ signal }) => {
      const said = async (all: JsonObject) => {
        const { sections } = await call(previewDraft, {
          params: { circle },
          body: { parts: all },
          signal,
        })
        return sections.filter(({ name }) => name === section)
      }
      return Promise.all([said({ ...parts, [section]: theirs }), said(parts)])
    },
    gcTime: 0,
  })
}

export function Clash({ circle, parts, conflict, onSettle }: Props) {
  const { t } = useLingui()
  const [away, setAway] = useState(false)
  const { data, error } = useBoth({ circle, parts, conflict })
  if (away)
    return (
      <div className="well acts" role="alert">
        <p>{conflict.sentence}</p>
        <Button onPress={() => setAway(false)}>
          <Trans>Choose…</Trans>
        </Button>
      </div>
    )
  const [theirs = [], mine = []] = data ?? []
  const rows = compare(theirs, mine)
    .flatMap((section) => section.rows)
    .filter(({ state }) => state !== 'stays')
  return (
    <Sheet
      title={t`Two of you at once`}
      act={t`Keep mine`}
      onAct={() => onSettle(true)}
      onClose={() => setAway(true)}
    >
      <div className="stack">
        <p>{conflict.sentence}</p>
        <ProblemLine cause={error} />
        {!data && !error && <Waiting />}
        {rows.map(({ key, number, before, after }) => (
          <dl key={key} className={styles['clash']}>
            <div>
              <dt>
                <Trans>Theirs</Trans> <span className="hint">{number}</span>
              </dt>
              <dd>
                <Side pieces={before} />
              </dd>
            </div>
            <div>
              <dt>
                <Trans>Mine</Trans> <span className="hint">{number}</span>
              </dt>
              <dd>
                <Side pieces={after} />
              </dd>
            </div>
          </dl>
        ))}
        {data && rows.length === 0 && (
          <p>
            <Trans>As sentences both say the same; they differ in what is not finished yet.</Trans>
          </p>
        )}
        <div>
          <Button onPress={() => onSettle(false)}>
            <Trans>Take theirs</Trans>
          </Button>
        </div>
      </div>
    </Sheet>
  )
}

function Side({ pieces }: { pieces: readonly Piece[] | null }) {
  if (!pieces)
    return (
      <em>
        <Trans>Nothing about it.</Trans>
      </em>
    )
  return pieces.map(({ text, marked }, at) =>
    // oxlint-disable-next-line no-array-index-key -- pieces of one sentence, in their order
    marked ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
  )
}
