/** A gathering before it is lived, for those whose it is. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { cityOf, dayIn, OWN_ZONE, timeIn } from '#web/kit/When.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { GatheringId, readGathering } from '../api.ts'
import { AnswerButtons } from './AnswerButtons.tsx'
import { Ahead } from './Ahead.tsx'
import { Invitations } from './Invitations.tsx'
import { ACCESS_NAMES, PHASE_NAMES } from './kinds.ts'
import { OrderView } from './OrderView.tsx'
import { RuleWords } from './RuleWords.tsx'
import { Shaping } from './Shaping.tsx'
import type { GatheringShown } from './shapes.ts'
import './gatherings.css'

export function GatheringPage() {
  const { gathering } = useParams({ strict: false })
  const id = GatheringId.safeParse(gathering)
  const params = { gathering: id.data ?? 'gth_' }
  const read = useRead(readGathering, { params }, id.success)
  const shown = read.data
  const title = shown?.title
  useEffect(() => {
    if (title) document.title = title
  }, [title])
  return (
    <main id="main" className="page">
      {read.isPending && <Waiting />}
      <ProblemLine cause={read.error} />
      {shown && <Shown gathering={shown} />}
    </main>
  )
}

function Shown({ gathering }: { gathering: GatheringShown }) {
  return (
    <>
      <Head gathering={gathering} />
      <div className="split side-first">
        <Side gathering={gathering} />
        <div className="stack wide-gap">
          <section className="place" aria-labelledby="order-h">
            <h2 id="order-h">
              <Trans>Running order</Trans>
            </h2>
            <OrderView gathering={gathering} />
          </section>
          {gathering.may.shape && <Invitations gathering={gathering} />}
        </div>
      </div>
    </>
  )
}

function Head({ gathering }: { gathering: GatheringShown }) {
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

function Hours({ gathering }: { gathering: GatheringShown }) {
  const { i18n } = useLingui()
  const { startsAt, endsAt, zone } = gathering
  const hours = (own: string) =>
    `${timeIn(startsAt, own, i18n.locale)} – ${timeIn(endsAt, own, i18n.locale)}`
  const mine = hours(OWN_ZONE)
  const theirs = hours(zone)
  const city = cityOf(zone)
  return (
    <section className="place" aria-labelledby="when-h">
      <h2 id="when-h">{dayIn(startsAt, undefined, i18n.locale)}</h2>
      <p className="num hours">{mine}</p>
      {mine !== theirs && (
        <p className="hint num">
          <Trans>
            {theirs} in {city}
          </Trans>
        </p>
      )}
      <RuleWords gathering={gathering} />
    </section>
  )
}

function Side({ gathering }: { gathering: GatheringShown }) {
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
      {gathering.may.shape && <Shaping gathering={gathering} />}
    </div>
  )
}
