/** Where the conversation about something goes on, and the way to let it go on. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { MessagesSquare } from 'lucide-react'
import { useRead } from '#web/kit/useCall.ts'
import { readSource } from '../api/beginning.ts'
import { UnreadTag } from './Rows.tsx'

/** The way to begin a thread from something: a link, as small as what it stands in. */
export function TalkOn({ kind, id, about }: { kind: string; id: string; about: string }) {
  return (
    <Link className="btn small quiet" to="/threads/new" search={{ kind, id }}>
      <MessagesSquare size={16} aria-hidden="true" />
      <Trans>
        Talk on<span className="sr">: {about}</span>
      </Trans>
    </Link>
  )
}

/** The threads that began from something; nothing for who sees none and may begin none. */
export function ThreadsFrom({ kind, id }: { kind: string; id: string }) {
  const { data } = useRead(readSource, { params: { kind, id } })
  if (!data || (data.threads.length === 0 && !data.source)) return null
  return (
    <section className="place" aria-labelledby="goes-on-h">
      <h2 id="goes-on-h">
        <Trans>Where it goes on</Trans>
      </h2>
      <ul className="rows">
        {data.threads.map(({ thread, title, part, circle, comments, unread }) => (
          <li key={thread}>
            <div>
              <Link className="what" to="/threads/$thread" params={{ thread }}>
                <bdi>{title}</bdi>
              </Link>
              <p className="hint">
                <bdi>{part ?? circle}</bdi>
                {' · '}
                <Plural value={comments} one="One comment" other="# comments" />
              </p>
            </div>
            <UnreadTag unread={unread} />
          </li>
        ))}
      </ul>
      {data.source && (
        <p className="acts">
          <Link to="/threads/new" search={{ kind, id }}>
            <Trans>Let the conversation go on in a thread</Trans>
          </Link>
        </p>
      )}
    </section>
  )
}
