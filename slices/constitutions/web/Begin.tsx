/** A steward begins a version. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { beginDraft, readConstitution, readDraft } from '../api.ts'
import { ImportFile } from './ImportFile.tsx'
import { Models, type Start } from './Models.tsx'

type Props = {
  circle: `cir_${string}`
  own: boolean
  /** Whether another button is the one act of the page. */
  beside?: boolean
}

export function Begin({ circle, own, beside = false }: Props) {
  const { t } = useLingui()
  const go = useNavigate()
  const [asks, setAsks] = useState(false)
  const [start, setStart] = useState<Start | null>(null)
  const begin = useCall(beginDraft, { touches: [readConstitution, readDraft] })
  function from(what: Start | 'now') {
    begin.mutate(
      { params: { circle }, body: { from: what } },
      { onSuccess: () => go({ to: '/circles/$circle/rules/edit', params: { circle } }) },
    )
  }
  return (
    <section className="place" aria-labelledby="begin-h">
      <h2 id="begin-h">{own ? <Trans>Change these rules</Trans> : <Trans>Make rules</Trans>}</h2>
      <div className="stack">
        <div className="acts">
          {own && (
            <Button look="act" isDisabled={begin.isPending} onPress={() => from('now')}>
              <Trans>Begin from these</Trans>
            </Button>
          )}
          <Button look={own || beside ? 'plain' : 'act'} onPress={() => setAsks(true)}>
            <Trans>Begin from a model</Trans>
          </Button>
          <ImportFile circle={circle} over={null} />
        </div>
        {!asks && <ProblemLine cause={begin.error} />}
      </div>
      {asks && (
        <Sheet
          title={t`Which model do you begin from?`}
          act={t`Begin`}
          busy={begin.isPending || start === null}
          problem={begin.error}
          onAct={() => start && from(start)}
          onClose={() => setAsks(false)}
        >
          <Models value={start} onChange={setStart} />
        </Sheet>
      )}
    </section>
  )
}
