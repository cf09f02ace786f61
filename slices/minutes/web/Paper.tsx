/** The sheet: what one would print. */
import { Trans } from '@lingui/react/macro'
import { ItemSection } from './ItemSection.tsx'
import { Lanes } from './Lanes.tsx'
import { Linked } from './Linked.tsx'
import type { MinutesShown } from './MinutesPage.tsx'
import { Actions, Amendments, Links, Spoke } from './Parts.tsx'

function Short({ shown: { told } }: { shown: MinutesShown }) {
  if (told.short.length === 0) return null
  return (
    <section className="outcomes" aria-labelledby="short-h">
      <h2 id="short-h">
        <Trans>In short</Trans>
      </h2>
      <ol>
        {told.short.map(({ ref, href, text }) => (
          <li key={ref}>
            <a href={href}>{ref}</a>
            <p>
              <Linked text={text} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Facts({ shown: { told } }: { shown: MinutesShown }) {
  return (
    <dl className="facts">
      {told.facts.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {told.lanes && (
        <div>
          <dt>
            <Trans>Running order</Trans>
          </dt>
          <dd>
            <Lanes lanes={told.lanes} />
          </dd>
        </div>
      )}
    </dl>
  )
}

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
      <Actions shown={shown} />
      <Spoke shown={shown} />
      <Links shown={shown} />
      <Amendments shown={shown} />
      <Seal shown={shown} />
    </article>
  )
}
