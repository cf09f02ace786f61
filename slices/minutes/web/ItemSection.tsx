/** One item: its times in the margin, what was agreed, asked and said. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ToldItem, ToldPoll } from '../rules/told.ts'
import { Amend } from './Amend.tsx'
import { ItemChat } from './ItemChat.tsx'
import { Linked } from './Linked.tsx'
import type { MinutesShown } from './MinutesPage.tsx'

function Poll({ question, about, rows, words }: ToldPoll) {
  return (
    <div className="polled">
      <p>
        <b>{question}</b> <span>{about}</span>
      </p>
      <dl>
        {rows.map(({ label, count, part }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="bar">
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect width={part * 100} height={12} />
              </svg>
            </dd>
            <dd className="num">{count}</dd>
          </div>
        ))}
      </dl>
      {words.length > 0 && (
        <ul>
          {words.map((word) => (
            <li key={word}>
              <bdi>{word}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Decision({ one, shown }: { one: ToldItem['decisions'][number]; shown: MinutesShown }) {
  return (
    <div className="decided" id={one.id}>
      <p className="how">
        <b>{one.ref}</b> <Trans>Agreed</Trans>
      </p>
      <p>
        <Linked text={one.text} />
      </p>
      <Amend shown={shown} target="decision" id={one.id} text={one.text} what={one.ref} />
    </div>
  )
}

export function ItemSection({ item, shown }: { item: ToldItem; shown: MinutesShown }) {
  const { t } = useLingui()
  return (
    <section
      className={item.kind === 'break' ? 'item pause' : 'item'}
      id={item.number ? `i${item.number}` : 'between'}
    >
      <p className="when">
        {item.time && <time>{item.time}</time>}
        {item.lengths.map((length) => (
          <span key={length}>{length}</span>
        ))}
      </p>
      <div>
        <h2 className="doc">
          {item.number && <span className="num">{item.number}</span>} <bdi>{item.title}</bdi>
        </h2>
        {item.by && (
          <p className="by">
            <bdi>{item.by}</bdi>
          </p>
        )}
        {item.notes && (
          <p>
            <Linked text={item.notes} />
          </p>
        )}
        {item.id && item.kind !== 'break' && (
          <Amend
            shown={shown}
            target="item"
            id={item.id}
            text={item.notes}
            what={t`item ${item.number ?? 0}`}
          />
        )}
        {item.announcements.map(({ text, about }) => (
          <p key={text} className="said">
            <Linked text={text} /> <small>{about}</small>
          </p>
        ))}
        {item.polls.map((poll) => (
          <Poll key={poll.question} {...poll} />
        ))}
        {item.decisions.map((one) => (
          <Decision key={one.id} one={one} shown={shown} />
        ))}
        {item.chatLines > 0 && <ItemChat item={item} shown={shown} />}
      </div>
    </section>
  )
}
