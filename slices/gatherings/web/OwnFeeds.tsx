/** The secret addresses of one's own. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { dayIn } from '#web/kit/When.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { listFeeds, revokeFeed } from '../api.ts'
import { MakeFeed } from './MakeFeed.tsx'

export function OwnFeeds() {
  const { t, i18n } = useLingui()
  const feeds = useRead(listFeeds)
  const revoke = useCall(revokeFeed, { touches: [listFeeds] })
  return (
    <section className="place stack" aria-labelledby="own-h">
      <h2 id="own-h">
        <Trans>Yours alone</Trans>
      </h2>
      <p>
        <Trans>
          A secret address shows all that you may see. Whoever has it can read it, so keep it to
          yourself; revoke it when it got about.
        </Trans>
      </p>
      <MakeFeed />
      <ProblemLine cause={feeds.error ?? revoke.error} />
      <ul className="rows">
        {feeds.data?.feeds.map(({ id, circle, madeAt }) => {
          const day = dayIn(madeAt, undefined, i18n.locale)
          return (
            <li key={id}>
              <div>
                <p className="what">
                  <bdi>{circle?.name ?? t`All that is mine`}</bdi>
                </p>
                <p className="hint">
                  <Trans>Made on {day}</Trans>
                </p>
              </div>
              <Button small look="leave" onPress={() => revoke.mutate({ params: { feed: id } })}>
                <Trans>Revoke</Trans>
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
