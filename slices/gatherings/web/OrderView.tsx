/** The running order as it is read: when each item begins, who leads it, what participants read. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Files } from '#slices/files/web/Files.tsx'
import { ItemNotes } from '#slices/notes/web/life/ItemNotes.tsx'
import { timeIn } from '#web/kit/When.tsx'
import { slotsOf } from '../rules/running-order.ts'
import type { GatheringShown } from './shapes.ts'

type Item = GatheringShown['items'][number]

function Words({ item, gathering }: { item: Item; gathering: string }) {
  const owners = item.owners.map(({ name }) => name).join(', ')
  return (
    <>
      <span className={item.kind === 'break' ? 'pause' : 'what'}>
        <bdi>{item.title}</bdi>
      </span>
      {owners && (
        <span className="hint">
          <bdi>{owners}</bdi>
        </span>
      )}
      {item.line && <span className="hint">{item.line}</span>}
      {item.handouts.length > 0 && (
        <ol className="handouts">
          {item.handouts.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
      )}
      {item.kind !== 'break' && (
        <div className="beside-item">
          <ItemNotes gathering={gathering} item={item} begins />
          <Files holder={{ kind: 'item', id: `${gathering}.${item.id}` }} compact={item.title} />
        </div>
      )}
      {item.aside && (
        <span className="aside-line">
          <Trans>For facilitators: {item.aside}</Trans>
        </span>
      )}
    </>
  )
}

export function OrderView({ gathering }: { gathering: GatheringShown }) {
  const { i18n } = useLingui()
  if (gathering.items.length === 0)
    return (
      <p className="empty">
        <Trans>There is no running order yet.</Trans>
      </p>
    )
  return (
    <ol className="order-view">
      {slotsOf(gathering.items, gathering.startsAt).map(({ item, from }) => {
        const { minutes } = item
        return (
          <li key={item.id}>
            <time dateTime={from}>{timeIn(from, undefined, i18n.locale)}</time>
            <div>
              <Words item={item} gathering={gathering.id} />
            </div>
            <span className="hint num">
              <Trans>{minutes} min</Trans>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
