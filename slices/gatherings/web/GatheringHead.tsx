/** Whose gathering, what it is called, and what it is for. */
import { useLingui } from '@lingui/react/macro'
import { PHASE_NAMES } from './kinds.ts'
import type { GatheringShown } from './shapes.ts'

export function GatheringHead({ gathering }: { gathering: GatheringShown }) {
  const { t } = useLingui()
  const { circle, title, purpose, phase, reason } = gathering
  return (
    <header className="page-head">
      {circle && (
        <p className="label">
          <bdi>{circle.name}</bdi>
        </p>
      )}
      <h1>
        <bdi>{title}</bdi>
      </h1>
      {phase !== 'coming' && (
        <p>
          <span className={`tag ${phase === 'open' ? 'ember' : 'straw'}`}>
            {t(PHASE_NAMES[phase])}
          </span>{' '}
          {reason}
        </p>
      )}
      {purpose && <p className="doc purpose-text">{purpose}</p>}
    </header>
  )
}
