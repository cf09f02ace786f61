/** The sheet: what one would print. */
import { Trans } from '@lingui/react/macro'
import { MinutesGroups } from '#slices/breakouts/web/MinutesGroups.tsx'
import { MinutesCaptions } from '#slices/captions/web/MinutesCaptions.tsx'
import { ItemSection } from './ItemSection.tsx'
import { Linked } from './Linked.tsx'
import type { MinutesShown } from './MinutesPage.tsx'
import { Actions } from './Actions.tsx'
import { Amendments, Handouts, Links } from './Parts.tsx'
import { Noted } from './Noted.tsx'
import { Spoke } from './Spoke.tsx'
import { Short } from './ShortList.tsx'
import { Facts } from './FactList.tsx'

function Seal({ shown: { told, sha256 } }: { shown: MinutesShown }) {
  return (
    <footer className="seal">
      {told.seal.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {sha256 && (
        <p className="hash">
          <span>sha-256</span> <code>{sha256.match(/.{8}/g)?.join(' ')}</code>
        </p>
      )}
    </footer>
  )
}

export function Paper({ shown }: { shown: MinutesShown }) {
  const { told } = shown
  return (
    <article className="sheet minutes">
      <header className="sheet-head">
        <p className="state">
          <span className={`tag ${told.state}`}>{told.stateWord}</span>
          <span>{told.of}</span>
        </p>
        <h1 className="doc">
          <bdi>{told.title}</bdi>
        </h1>
        {told.purpose && (
          <p className="lede">
            <Linked text={told.purpose} />
          </p>
        )}
      </header>
      <Short shown={shown} />
      <Facts shown={shown} />
      {told.items.map((item) => (
        <ItemSection key={item.id ?? 'between'} item={item} shown={shown} />
      ))}
      {told.note && (
        <section className="part" id="notes">
          <h2 className="doc">
            <Trans>Notes</Trans>
          </h2>
          <Noted html={told.note.html} />
        </section>
      )}
      <Actions shown={shown} />
      <Spoke shown={shown} />
      <Links shown={shown} />
      <Handouts shown={shown} />
      {shown.whole && <MinutesCaptions gathering={shown.gathering} />}
      {shown.whole && <MinutesGroups gathering={shown.gathering} />}
      <Amendments shown={shown} />
      <Seal shown={shown} />
    </article>
  )
}
