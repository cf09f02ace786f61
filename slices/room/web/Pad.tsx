/** What stands so far, item by item: what was agreed, who does what, the links. It becomes minutes. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Gavel, Link as LinkIcon, SquareCheck } from 'lucide-react'
import { useMemo } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { regionOf, timeIn } from '#web/kit/When.tsx'
import { hasRole, isFacilitator } from '../rules/glance.ts'
import type { Item, Link, Room, Written } from '../rules/state.ts'
import { useFloats } from './Floats.tsx'
import { shortNameOf } from './names.ts'
import { useInRoom, useRoom } from './useRoom.ts'
import { WriteDownSheet } from './WriteDownSheet.tsx'

type Section = { item: Item | null; written: readonly Written[] }

function sectionsOf(items: Room['items'], written: Room['written']): Section[] {
  const ran = items.filter(({ state }) => state === 'done' || state === 'now')
  const loose = written.filter((one) => !ran.some(({ id }) => id === one.item))
  const before: Section[] = loose.length > 0 ? [{ item: null, written: loose }] : []
  return [
    ...before,
    ...ran.map((item) => ({ item, written: written.filter((one) => one.item === item.id) })),
  ]
}

export function useMayWrite(): boolean {
  const { me } = useInRoom()
  return useRoom(
    (room) =>
      room.endedAt === null && (isFacilitator(room, me.who) || hasRole(room, me.who, 'note-taker')),
  )
}

export function Marks() {
  const { t } = useLingui()
  const items = useRoom((room) => room.items)
  const written = useRoom((room) => room.written)
  const links = useRoom((room) => room.links)
  const sections = useMemo(() => sectionsOf(items, written), [items, written])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <article className="pad doc" tabIndex={0} aria-label={t`What stands so far`} id="pad">
      {sections.map((section) => (
        <PadSection key={section.item?.id ?? ''} section={section} />
      ))}
      {written.length === 0 && (
        <p className="empty">
          <Trans>
            Nothing is written down yet. What is agreed, and who does what, will stand here and in
            the minutes.
          </Trans>
        </p>
      )}
      {links.length > 0 && <Links links={links} />}
    </article>
  )
}

/** The buttons of those who write down what counts. */
export function WriteDown() {
  const { open } = useFloats()
  if (!useMayWrite()) return null
  return (
    <div className="pad-foot">
      <Button small look="quiet" onPress={() => open(<WriteDownSheet kind="decision" />)}>
        <Gavel size={16} aria-hidden="true" />
        <Trans>Write down a decision</Trans>
      </Button>
      <Button small look="quiet" onPress={() => open(<WriteDownSheet kind="action" />)}>
        <SquareCheck size={16} aria-hidden="true" />
        <Trans>Write down an action</Trans>
      </Button>
    </div>
  )
}

function PadSection({ section: { item, written } }: { section: Section }) {
  const { i18n } = useLingui()
  const from = item?.startedAt
  if (item && written.length === 0 && item.state !== 'now') return null
  return (
    <section>
      {item && (
        <h2>
          <span>{item.title}</span>
          {from && <small className="num">{timeIn(from, undefined, i18n.locale)}</small>}
        </h2>
      )}
      {written.map((one) => (
        <Mark key={one.id} written={one} />
      ))}
    </section>
  )
}

function Mark({ written }: { written: Written }) {
  const { t, i18n } = useLingui()
  const { open } = useFloats()
  const mayWrite = useMayWrite()
  const people = useRoom((room) => room.people)
  const who = written.who ? (people[written.who]?.name ?? written.name) : written.name
  const due = written.due
    ? new Date(`${written.due}T12:00:00Z`).toLocaleDateString(regionOf(i18n.locale), {
        day: 'numeric',
        month: 'long',
      })
    : null
  return (
    <p className="mark">
      <span className="tag green">
        {written.kind === 'action' ? (
          <Trans>Action</Trans>
        ) : written.decision ? (
          <Trans>Decided</Trans>
        ) : (
          <Trans>Agreed</Trans>
        )}
      </span>
      <span>
        {who && (
          <>
            <bdi>{who}</bdi>:{' '}
          </>
        )}
        {written.text}
        {due && <Trans>, by {due}</Trans>}
      </span>
      {mayWrite && (
        <Button
          small
          look="quiet"
          aria-label={t`Mend: ${written.text}`}
          onPress={() => open(<WriteDownSheet kind={written.kind} before={written} />)}
        >
          <Trans>Mend</Trans>
        </Button>
      )}
    </p>
  )
}

/** The links said in the chat, each once, with who said it first. */
function Links({ links }: { links: readonly Link[] }) {
  const { i18n } = useLingui()
  const people = useRoom((room) => room.people)
  return (
    <section>
      <h2>
        <span>
          <Trans>Links</Trans>
        </span>
      </h2>
      <ul className="links">
        {links.map(({ address, said }) => (
          <li key={address}>
            <LinkIcon size={16} aria-hidden="true" />
            <a href={address} target="_blank" rel="noopener noreferrer nofollow">
              {address.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}
            </a>
            {said[0] && (
              <small className="hint num">
                <bdi>{shortNameOf(people, said[0].who)}</bdi>,{' '}
                {timeIn(said[0].at, undefined, i18n.locale)}
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
