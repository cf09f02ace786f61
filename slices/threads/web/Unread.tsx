/** Home: what is unread of conversations, in one line that opens. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useRead } from '#web/kit/useCall.ts'
import { unreadThreads } from '../api/beginning.ts'
import { UnreadTag } from './Rows.tsx'

const SHOWN = 5

export function Unread() {
  const { data } = useRead(unreadThreads)
  if (!data || data.threads.length === 0) return null
  const { threads } = data
  const named = threads.filter((one) => one.named)
  const [shown, more] = [threads.slice(0, SHOWN), threads.slice(SHOWN)]
  return (
    <section className="place" aria-labelledby="unread-h">
      <h2 id="unread-h">
        <Trans>Unread</Trans> <span className="tally num">{threads.length}</span>
      </h2>
      <ul className="rows">
        {[...named.filter((one) => !shown.includes(one)), ...shown].map(
          ({ thread, title, circle, unread, named: isNamed }) => (
            <li key={thread}>
              <div>
                <Link className="what" to="/threads/$thread" params={{ thread }}>
                  <bdi>{title}</bdi>
                </Link>
                <p className="hint">
                  <bdi>{circle.name}</bdi>
                  {isNamed && (
                    <>
                      {' · '}
                      <Trans>you are named</Trans>
                    </>
                  )}
                </p>
              </div>
              <UnreadTag unread={unread} />
            </li>
          ),
        )}
      </ul>
      {more.length > 0 && (
        <p className="hint">
          <Plural value={more.length} one="and one more thread" other="and # more threads" />
        </p>
      )}
    </section>
  )
}
