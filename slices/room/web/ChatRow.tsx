/** One row of the chat. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Megaphone } from 'lucide-react'
import { timeIn } from '#web/kit/When.tsx'
import { LineView } from './LineView.tsx'
import { shortNameOf } from './names.ts'
import { PollCard } from './PollCard.tsx'
import type { Row } from './timeline.ts'
import type { Room } from '../rules/state.ts'

type Props = {
  row: Row
  people: Room['people']
  onMenu: (line: number, anchor: Element) => void
}

export function ChatRow({ row, people, onMenu }: Props) {
  const { i18n } = useLingui()
  if (row.kind === 'line') {
    const person = people[row.line.who]
    return (
      <LineView
        line={row.line}
        name={person?.name ?? ''}
        guest={person?.kind === 'guest'}
        follows={row.follows}
        onMenu={onMenu}
      />
    )
  }
  if (row.kind === 'poll') return <PollCard poll={row.poll} />
  const time = timeIn(row.at, undefined, i18n.locale)
  if (row.kind === 'chapter')
    return (
      <h3 className="chapter">
        <Trans>
          {row.item.title}, from <time dateTime={row.at}>{time}</time>
        </Trans>
      </h3>
    )
  const name = shortNameOf(people, row.notice.by)
  return (
    <article className="notice">
      <Megaphone size={16} aria-hidden="true" />
      <p>
        <b>
          <Trans>{name}, to all:</Trans>
        </b>{' '}
        {row.notice.text} <time dateTime={row.at}>{time}</time>
      </p>
    </article>
  )
}
