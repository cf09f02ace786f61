/** The polls of a circle: what goes on, then what is over, page by page; and one's letters about them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { CircleId } from '#slices/circles/api.ts'
import { Pager } from '#slices/standing/web/Pager.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { choosePollMail, listPolls } from '../api/reading.ts'
import { Rows } from './Rows.tsx'
import { type Circle, type Id, TOUCHES } from './usePoll.ts'
import styles from './polls.module.css'

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <Polls circle={circle.data} /> : <Navigate to="/circles" />
}

function usePages(circle: Circle, which: 'going' | 'over') {
  const [pages, setPages] = useState<Id[]>([])
  const after = pages.at(-1)
  const query = { which, ...(after ? { after } : {}) }
  return { ...useRead(listPolls, { params: { circle }, query }), pages, setPages }
}

function Mail({ circle, mail }: { circle: Circle; mail: boolean }) {
  const choose = useCall(choosePollMail, { touches: TOUCHES })
  return (
    <section className="place stack" aria-labelledby="mail-h">
      <h2 id="mail-h">
        <Trans>Mail</Trans>
      </h2>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={choose.isPending ? !mail : mail}
          disabled={choose.isPending}
          onChange={({ target }) =>
            choose.mutate({ params: { circle }, body: { mail: target.checked } })
          }
        />
        <span>
          <Trans>Letters about polls here</Trans>
        </span>
      </label>
      <p className="hint">
        <Trans>When one is asked, the day before it closes, and when something came of it.</Trans>
      </p>
      <ProblemLine cause={choose.error} />
    </section>
  )
}

function Polls({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const going = usePages(circle, 'going')
  const over = usePages(circle, 'over')
  if (refusalName(going.error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/polls` }} />
  return (
    <main id="main" className="page">
      <title>{t`Polls`}</title>
      <header className="page-head">
        <p>
          <Link to="/circles/$circle" params={{ circle }}>
            <bdi>{going.data?.circle}</bdi>
          </Link>
        </p>
        <h1>
          <Trans>Polls</Trans>
        </h1>
        <p className="acts">
          <Link className="btn act" to="/circles/$circle/polls/new" params={{ circle }}>
            <Trans>Ask a poll</Trans>
          </Link>
        </p>
      </header>
      <ProblemLine cause={going.error} />
      {!going.data && !going.error && <Waiting />}
      <div className="split">
        <div className="column">
          <section className="place" aria-labelledby="going-h">
            <h2 id="going-h">
              <Trans>Going on</Trans>
            </h2>
            {going.data?.polls.length === 0 && (
              <Empty>
                <Trans>
                  Nothing is being asked. Ask which time suits, how a statement sounds, or what
                  everybody thinks.
                </Trans>
              </Empty>
            )}
            <Rows polls={going.data?.polls ?? []} />
            <Pager pages={going.pages} next={going.data?.next} onTurn={going.setPages} />
          </section>
          <section className="place" aria-labelledby="over-h">
            <h2 id="over-h">
              <Trans>Over</Trans>
            </h2>
            {over.data?.polls.length === 0 && (
              <Empty>
                <Trans>No poll has ended here yet.</Trans>
              </Empty>
            )}
            <Rows polls={over.data?.polls ?? []} />
            <Pager pages={over.pages} next={over.data?.next} onTurn={over.setPages} />
          </section>
        </div>
        {going.data && <Mail circle={circle} mail={going.data.mail} />}
      </div>
    </main>
  )
}
