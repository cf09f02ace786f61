/** What a saved chat would become: the counts, the people, what could not be read. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { dayIn, timeIn } from '#web/kit/When.tsx'
import { type Previewed, Counts } from './Counts.tsx'
import { Unread } from './UnreadLines.tsx'

type Given = { preview: Previewed; pending: boolean; take: (() => void) | null }

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
