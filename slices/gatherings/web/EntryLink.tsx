/** The link by which guests come in, to hand on; a new one closes the old one. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { readGathering, renewEntryLink } from '../api.ts'
import type { GatheringShown } from './shapes.ts'

export function EntryLink({ gathering, icon }: { gathering: GatheringShown; icon: ReactNode }) {
  const { t } = useLingui()
  const [copied, setCopied] = useState(false)
  const renew = useCall(renewEntryLink, { touches: [readGathering] })
  const link = gathering.link ?? ''
  const copy = () =>
    void navigator.clipboard?.writeText(link).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <div className="stack entry-link">
      <label className="field">
        <span className="label">
          <Trans>The link for guests</Trans>
        </span>
        <input className="input" readOnly value={link} onFocus={(event) => event.target.select()} />
      </label>
      <div className="acts">
        <Button small onPress={copy}>
          {icon}
          {copied ? t`Copied` : t`Copy`}
        </Button>
        {gathering.access !== 'public' && (
          <Button
            small
            look="quiet"
            onPress={() => renew.mutate({ params: { gathering: gathering.id } })}
          >
            <Trans>Make a new one; the old one ends</Trans>
          </Button>
        )}
      </div>
      <ProblemLine cause={renew.error} />
    </div>
  )
}
