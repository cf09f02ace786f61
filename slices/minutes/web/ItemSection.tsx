/** One item: its times in the margin, what was agreed, asked and said. */
import { useLingui } from '@lingui/react/macro'
import type { ToldItem } from '../rules/told.ts'
import { Amend } from './Amend.tsx'
import { ItemChat } from './ItemChat.tsx'
import { Linked } from './Linked.tsx'
import type { MinutesShown } from './MinutesPage.tsx'
import { Noted } from './Noted.tsx'
import { TalkOn } from '#slices/threads/web/ThreadsFrom.tsx'
import { HandoutList } from './Parts.tsx'
import { Poll } from './PollShown.tsx'
import { Decision } from './DecisionShown.tsx'

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
        {item.note && <Noted html={item.note.html} />}
        <HandoutList files={item.files} />
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
        {item.id && item.kind !== 'break' && shown.me?.startsWith('per_') && (
          <TalkOn kind="item" id={`${shown.gathering}.${item.id}`} about={item.title} />
        )}
        {item.chatLines > 0 && <ItemChat item={item} shown={shown} />}
      </div>
    </section>
  )
}
