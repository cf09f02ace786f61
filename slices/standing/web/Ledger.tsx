/** All that was recorded, the newest first; what came back is taken off by an entry of its own. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import type { Output } from '#kernel/operation.ts'
import { correctEvidence, listEvidence } from '../api.ts'
import { today } from './quantity.ts'
import { type Circle, TOUCHES } from './useStanding.ts'
import { Day } from './words.tsx'

type Piece = Output<typeof listEvidence>['evidence'][number]

export function Ledger({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const [pages, setPages] = useState<Piece['id'][]>([])
  const after = pages.at(-1)
  const query = after ? { after } : {}
  const { data } = useRead(listEvidence, { params: { circle }, query })
  const [taking, setTaking] = useState<Piece | null>(null)
  if (!data) return null
  return (
    <section className="place" aria-labelledby="ledger-h">
      <h2 id="ledger-h">
        <Trans>Recorded</Trans>
      </h2>
      {data.evidence.length === 0 && (
        <p className="empty">
          <Trans>Nothing was recorded yet.</Trans>
        </p>
      )}
      <ul className="rows">
        {data.evidence.map((piece) => (
          <li key={piece.id}>
            <div>
              <p>
                <bdi className="what">{piece.name}</bdi>: <b className="num">{piece.text}</b>,{' '}
                <Day day={piece.happened} />
              </p>
              <p className="hint">
                {piece.corrects && <Trans>Takes back what was recorded. </Trans>}
                <Trans>
                  Known since <Day day={piece.known} />.
                </Trans>{' '}
                {piece.note}
              </p>
            </div>
            {!piece.corrects && (
              <Button
                small
                look="quiet"
                aria-label={t`It came back: ${piece.name}, ${piece.text}`}
                onPress={() => setTaking(piece)}
              >
                <Trans>It came back</Trans>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="acts">
        {pages.length > 0 && (
          <Button onPress={() => setPages(pages.slice(0, -1))}>
            <Trans>Page before</Trans>
          </Button>
        )}
        {data.next && (
          <Button onPress={() => data.next && setPages([...pages, data.next])}>
            <Trans>Next page</Trans>
          </Button>
        )}
      </div>
      {taking && <TakeBack circle={circle} piece={taking} onClose={() => setTaking(null)} />}
    </section>
  )
}

function TakeBack(props: { circle: Circle; piece: Piece; onClose: () => void }) {
  const { circle, piece, onClose } = props
  const { t } = useLingui()
  const [note, setNote] = useState('')
  const [day, setDay] = useState(today())
  const correct = useCall(correctEvidence, { touches: TOUCHES })
  return (
    <Sheet
      title={t`${piece.text} from ${piece.name} came back`}
      act={t`Record that`}
      busy={correct.isPending}
      problem={correct.error}
      onClose={onClose}
      onAct={() =>
        correct.mutate(
          {
            params: { circle, evidence: piece.id },
            body: { amount: piece.amount, happened: day, note },
          },
          { onSuccess: onClose },
        )
      }
    >
      <p>
        <Trans>
          What was recorded stays; this is an entry of its own, and counts from the day it happened.
        </Trans>
      </p>
      <Field label={t`On`} type="date" value={day} onChange={setDay} isRequired />
      <Field label={t`Why`} value={note} onChange={setNote} isRequired />
    </Sheet>
  )
}
