/** Changing a call. Of a recurring one: this one, or this and all later ones. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { changeGathering, GatheringId, listGatherings, readGathering } from '../api.ts'
import { CallForm } from './CallForm.tsx'
import { draftOf, sent } from './draft.ts'
import { type Scope, ScopeField } from './ScopeField.tsx'
import type { GatheringShown } from './shapes.ts'
import './gatherings.css'

export function ChangePage() {
  const { t } = useLingui()
  useEffect(() => {
    document.title = t`Change the gathering`
  }, [t])
  const { gathering } = useParams({ strict: false })
  const id = GatheringId.safeParse(gathering)
  const params = { gathering: id.data ?? 'gth_' }
  const read = useRead(readGathering, { params }, id.success)
  return (
    <main id="main" className="page">
      <header className="page-head">
        <h1>
          <Trans>Change the gathering</Trans>
        </h1>
        <p className="hint">
          <Trans>Whoever was invited is told of a new time, title or access.</Trans>
        </p>
      </header>
      {read.isPending && <Waiting />}
      <ProblemLine cause={read.error} />
      {read.data && <Changing gathering={read.data} />}
    </main>
  )
}

function Changing({ gathering }: { gathering: GatheringShown }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(() => draftOf(gathering))
  const [scope, setScope] = useState<Scope>('this')
  const change = useCall(changeGathering, { touches: [readGathering, listGatherings] })
  const params = { gathering: gathering.id }
  const back = () => void navigate({ to: '/gatherings/$gathering', params })
  return (
    <CallForm
      draft={draft}
      onChange={setDraft}
      circles={null}
      act={t`Save`}
      busy={change.isPending}
      problem={change.error}
      onSend={() => change.mutate({ params, body: { ...sent(draft), scope } }, { onSuccess: back })}
    >
      {gathering.rule && <ScopeField value={scope} onChange={setScope} />}
    </CallForm>
  )
}
