/** The links in my mails that open ballots: whether I want them, and which open something now. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { readMyLinks, stopMyLinks, wishLinks } from '../api/links.ts'
import styles from './decisions.module.css'

export function Part() {
  const { t } = useLingui()
  const { data } = useRead(readMyLinks)
  const wish = useCall(wishLinks, { touches: [readMyLinks] })
  const stop = useCall(stopMyLinks, { touches: [readMyLinks] })
  if (!data) return null
  return (
    <section className="place" aria-labelledby="ballot-links-h">
      <h2 id="ballot-links-h">
        <Trans>Voting from my mails</Trans>
      </h2>
      <label className={styles['answer']}>
        <input
          type="checkbox"
          checked={data.wanted}
          disabled={wish.isPending}
          onChange={({ target }) => wish.mutate({ body: { wanted: target.checked } })}
        />
        <span>
          <Trans>Mails about decisions carry a link that opens my ballot without signing in.</Trans>
        </span>
      </label>
      <p className="hint">
        <Trans>
          A link opens one ballot until its close, and casts nothing by itself. Without the tick,
          all links there are end at once.
        </Trans>
      </p>
      <ProblemLine cause={wish.error ?? stop.error} />
      {data.links.length > 0 && (
        <ul className="rows">
          {data.links.map(({ decision, title, member, name, letters }) => (
            <li key={`${decision} ${member}`}>
              <div>
                <Link to="/decisions/$decision" params={{ decision }}>
                  {title}
                </Link>
                <p className="hint">
                  <bdi>{name}</bdi>, <Plural value={letters} one="in one mail" other="in # mails" />
                </p>
              </div>
              <Button
                small
                aria-label={t`Stop the links to ${title}`}
                isDisabled={stop.isPending}
                onPress={() => stop.mutate({ params: { decision } })}
              >
                <Trans>Stop</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
