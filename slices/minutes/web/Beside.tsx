/** Beside the sheet: what state it is in, who may read it, what to take along. */
import { Trans } from '@lingui/react/macro'
import { ThreadsFrom } from '#slices/threads/web/ThreadsFrom.tsx'
import { Parts } from '#web/kit/Parts.tsx'
import { Claims } from './Claims.tsx'
import type { MinutesShown } from './MinutesPage.tsx'
import { Share } from './Share.tsx'
import { Steps } from './Steps.tsx'
import { Approve, Unnamed } from './Approve.tsx'
import { Take } from './Take.tsx'

export type Given = { shown: MinutesShown }

function Contents({ shown: { told } }: Given) {
  return (
    <nav aria-labelledby="toc-h">
      <h2 id="toc-h" className="doc">
        <Trans>In these minutes</Trans>
      </h2>
      <ol className="toc">
        {told.items.map(({ id, number, title }) => (
          <li key={id ?? 'between'}>
            <a href={number ? `#i${number}` : '#between'}>
              <span>{number}</span>
              <bdi>{title}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function Beside({ shown }: Given) {
  return (
    <aside className="beside">
      <section>
        <h2 className="doc">
          <Trans>This document</Trans>
        </h2>
        <Steps shown={shown} />
        <Approve shown={shown} />
        <Unnamed shown={shown} />
      </section>
      {shown.me?.startsWith('per_') && <ThreadsFrom kind="gathering" id={shown.gathering} />}
      {shown.whole && <Parts of="minutes" id={shown.gathering} />}
      <Share shown={shown} />
      <Claims shown={shown} />
      <Take shown={shown} />
      <Contents shown={shown} />
    </aside>
  )
}
