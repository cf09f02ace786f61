/** What follows, and the ways out: give, pay, ask for a pause. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ClaimSheet } from './ClaimSheet.tsx'
import { RecordSheet } from './RecordSheet.tsx'
import styles from './standing.module.css'
import type { Circle, Member, Standing } from './useStanding.ts'
import { Cite } from './words.tsx'

type Props = { circle: Circle; member: Member; standing: Standing }

export function Then({ circle, member, standing }: Props) {
  const { t } = useLingui()
  const [open, setOpen] = useState<'claim' | 'record' | null>(null)
  const { ahead, mine, keeps, seenBy, cites, state } = standing
  return (
    <aside className={styles['then']} aria-label={t`What follows`}>
      {ahead.map((sentence) => (
        <p key={sentence} className="doc">
          {sentence}
        </p>
      ))}
      {ahead.length === 0 && state === 'good' && (
        <p className="doc">
          <Trans>Nothing is about to change.</Trans>
        </p>
      )}
      <div className="acts">
        {mine && (
          <Button small onPress={() => setOpen('claim')}>
            <Trans>Claim what I gave</Trans>
          </Button>
        )}
        {mine && (
          <Link className="btn small" to="/circles/$circle/paying" params={{ circle }}>
            <Trans>How to pay</Trans>
          </Link>
        )}
        {keeps && (
          <Button small onPress={() => setOpen('record')}>
            <Trans>Record something given</Trans>
          </Button>
        )}
      </div>
      {mine && (
        <p>
          <Trans>
            Is it too much just now? Ask for a pause on the page of the circle, no reason needed.
          </Trans>
        </p>
      )}
      <p className="hint">
        {seenBy} <Cite number={cites.seen} />
      </p>
      {open === 'claim' && <ClaimSheet circle={circle} onClose={() => setOpen(null)} />}
      {open === 'record' && (
        <RecordSheet
          circle={circle}
          member={member}
          name={standing.name}
          onClose={() => setOpen(null)}
        />
      )}
    </aside>
  )
}
