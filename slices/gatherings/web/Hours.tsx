/** The day and the hours, the reader's own first. */
import { Trans, useLingui } from '@lingui/react/macro'
import { cityOf, dayIn, OWN_ZONE, timeIn } from '#web/kit/When.tsx'
import { RuleWords } from './RuleWords.tsx'
import type { GatheringShown } from './shapes.ts'

export function Hours({ gathering }: { gathering: GatheringShown }) {
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
