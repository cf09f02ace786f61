/** Beside the order: when, my answer, the way on, who, and what those do who shape it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Parts } from '#web/kit/Parts.tsx'
import { Ahead } from './Ahead.tsx'
import { AnswerButtons } from './AnswerButtons.tsx'
import { Hours } from './Hours.tsx'
import { ACCESS_NAMES } from './kinds.ts'
import { Shaping } from './Shaping.tsx'
import type { GatheringShown } from './shapes.ts'

export function GatheringSide({ gathering }: { gathering: GatheringShown }) {
  const { t } = useLingui()
  const ahead = gathering.phase === 'coming' || gathering.phase === 'open'
  const { yes, maybe } = gathering.counts
  const names = gathering.facilitators.map(({ name }) => name).join(', ')
  return (
    <div className="stack wide-gap">
      <Hours gathering={gathering} />
      {ahead && gathering.may.answer && <AnswerButtons gathering={gathering} />}
      <Ahead gathering={gathering} />
      <section className="place" aria-labelledby="who-h">
        <h2 id="who-h">
          <Trans>Who</Trans>
        </h2>
        <p>{t(ACCESS_NAMES[gathering.access].name)}</p>
        {names && (
          <p>
            <Trans>
              Facilitated by <bdi>{names}</bdi>
            </Trans>
          </p>
        )}
        <p className="hint">
          <Trans>
            {yes} say yes, {maybe} maybe
          </Trans>
        </p>
      </section>
      <Parts of="gathering" id={gathering.id} side />
      {gathering.may.shape && <Shaping gathering={gathering} />}
    </div>
  )
}
