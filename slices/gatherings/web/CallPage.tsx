/** Calling a gathering: from nothing, from a template, or from one that was before. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { OWN_ZONE } from '#web/kit/When.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { listCircles } from '#slices/circles/api.ts'
import { callGathering, GatheringId, listGatherings, readGathering } from '../api.ts'
import { CallForm } from './CallForm.tsx'
import { type Draft, emptyDraft, repeatOf, sent } from './draft.ts'
import { Templates } from './Templates.tsx'
import './gatherings.css'

const Search = z.object({ again: GatheringId.optional().catch(undefined) })

export function CallPage() {
  const { t } = useLingui()
  useEffect(() => {
    document.title = t`Call a gathering`
  }, [t])
  const { again } = Search.parse(useSearch({ strict: false }))
  const circles = useRead(listCircles)
  const params = { gathering: again ?? 'gth_' }
  const before = useRead(readGathering, { params }, again !== undefined)
  const ready = circles.data && (again === undefined || before.data)
  const mine = circles.data?.circles.filter((circle) => circle.mine) ?? []
  return (
    <main id="main" className="page">
      <header className="page-head">
        <h1>
          <Trans>Call a gathering</Trans>
        </h1>
      </header>
      <ProblemLine cause={circles.error ?? before.error} />
      {!ready && <Waiting />}
      {ready && (
        <Calling
          first={before.data ? repeatOf(before.data) : emptyDraft(OWN_ZONE, mine[0]?.id ?? null)}
          circles={mine}
        />
      )}
    </main>
  )
}

type Props = { first: Draft; circles: { id: `cir_${string}`; name: string }[] }

function Calling({ first, circles }: Props) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(first)
  const call = useCall(callGathering, { touches: [listGatherings] })
  const send = () =>
    call.mutate(
      { body: { ...sent(draft), circle: draft.circle, rule: draft.rule } },
      {
        onSuccess: ({ gathering }) =>
          void navigate({ to: '/gatherings/$gathering', params: { gathering } }),
      },
    )
  return (
    <CallForm
      draft={draft}
      onChange={setDraft}
      circles={circles}
      act={t`Call it`}
      busy={call.isPending}
      problem={call.error}
      onSend={send}
    >
      <Templates draft={draft} onChange={setDraft} />
    </CallForm>
  )
}
