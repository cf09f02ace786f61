/** What a saved chat would become: the counts, the people, what could not be read. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import type { previewImport } from '../api.ts'

type Previewed = Output<typeof previewImport>
type Given = { preview: Previewed; pending: boolean; take: (() => void) | null }

const UNREAD_SHOWN = 20

function Counts({ preview }: { preview: Previewed }) {
  const { t } = useLingui()
  const { fates } = preview
  const rows = [
    [t`Lines of the file`, preview.lines],
    [t`Messages`, fates.message],
    [t`Lines that go on`, fates.continuation],
    [t`Empty lines`, fates.blank],
    [t`Chat cleared`, fates.clear],
    [t`Notices of the system`, fates.system],
    [t`Not read`, fates.unread],
  ] as const
  return (
    <dl>
      {rows.map(([label, count]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd className="num">{count}</dd>
        </div>
      ))}
    </dl>
  )
}

function Unread({ unread }: { unread: Previewed['unread'] }) {
  if (unread.length === 0) return null
  return (
    <>
      <h3>
        <Trans>Could not be read</Trans>
      </h3>
      <ol>
        {unread.slice(0, UNREAD_SHOWN).map(({ line, text }) => (
          <li key={line}>
            <span className="num">{line}</span> <bdi>{text}</bdi>
          </li>
        ))}
      </ol>
    </>
  )
}

export function PreviewShown({ preview, pending, take }: Given) {
  const { i18n } = useLingui()
  const { from, till, people, first, items } = preview
  return (
    <section className="looked" aria-live="polite">
      <h2 className="doc">
        <Trans>What it would become</Trans>
      </h2>
      {from && till && (
        <p>
          {dayIn(from, undefined, i18n.locale)}, {timeIn(from, undefined, i18n.locale)} –{' '}
          {timeIn(till, undefined, i18n.locale)}
        </p>
      )}
      <Counts preview={preview} />
      <h3>
        <Trans>People, as they stand there</Trans>
      </h3>
      <p>
        {people.map((name, at) => (
          <span key={name}>
            {at > 0 && ', '}
            <bdi>{name}</bdi>
          </span>
        ))}
      </p>
      <h3>
        <Trans>The first lines</Trans>
      </h3>
      <ol>
        {first.map(({ at, name, text }, place) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            <time dateTime={at}>{timeIn(at, undefined, i18n.locale)}</time> <b>{name}</b>{' '}
            <span dir="auto">{text}</span>
          </li>
        ))}
      </ol>
      {items.length > 0 && (
        <ol>
          {items.map(({ at, title, owners }) => (
            <li key={`${at} ${title}`}>
              {at} {title} {owners.length > 0 && `(${owners.join(', ')})`}
            </li>
          ))}
        </ol>
      )}
      <Unread unread={preview.unread} />
      {preview.known && (
        <p>
          <a href={`/minutes/${preview.known}`}>
            <Trans>This very file was imported before.</Trans>
          </a>
        </p>
      )}
      {take && !preview.known && (
        <p>
          <Button look="act" isDisabled={pending} onPress={take}>
            <Trans>Import it</Trans>
          </Button>
        </p>
      )}
    </section>
  )
}
