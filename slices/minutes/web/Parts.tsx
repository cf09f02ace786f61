/** What stands after the items: actions, time with the floor, links, amendments. */
import { Trans } from '@lingui/react/macro'
import { Files } from '#slices/files/web/Files.tsx'
import type { ToldFile } from '../rules/told.ts'
import { Linked } from './Linked.tsx'
import type { MinutesShown } from './MinutesPage.tsx'

export type Given = { shown: MinutesShown }

export function Links({ shown: { told } }: Given) {
  if (told.links.length === 0) return null
  return (
    <section className="part" id="links">
      <h2 className="doc">
        <Trans>Links</Trans>
      </h2>
      <ul className="linked">
        {told.links.map(({ address, said }) => (
          <li key={address}>
            <Linked text={address} /> <span>{said}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Handouts in a list: of an item, or of the whole. */
export function HandoutList({ files }: { files: readonly ToldFile[] }) {
  if (files.length === 0) return null
  return (
    <ul className="linked">
      {files.map(({ id, name, about }) => (
        <li key={id}>
          <a href={`/files/${id}`}>
            <bdi>{name}</bdi>
          </a>{' '}
          <span>{about}</span>
        </li>
      ))}
    </ul>
  )
}

/** Handouts and slides of the gathering; until its minutes are approved, they are added to here. */
export function Handouts({ shown: { told, whole, state, gathering } }: Given) {
  const open = whole && state !== 'approved'
  if (told.files.length === 0 && !open) return null
  return (
    <section className="part" id="files">
      <h2 className="doc">
        <Trans>Handouts and slides</Trans>
      </h2>
      {open ? (
        <Files holder={{ kind: 'gathering', id: gathering }} compact={told.title} />
      ) : (
        <HandoutList files={told.files} />
      )}
    </section>
  )
}

export function Amendments({ shown: { told } }: Given) {
  if (told.amendments.length === 0) return null
  return (
    <section className="part" id="amendments">
      <h2 className="doc">
        <Trans>Amendments</Trans>
      </h2>
      <ol className="amendments">
        {told.amendments.map(({ ref, text }) => (
          <li key={ref} id={ref}>
            <b>{ref}</b> <span className="words">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
