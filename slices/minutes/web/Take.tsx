/** What can be taken along: print, zip, files. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Download, Printer } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { OWN_ZONE } from '#web/kit/When.tsx'
import type { Given } from './Beside.tsx'

export function Take({ shown }: Given) {
  const { t } = useLingui()
  const file = (name: string) =>
    `/api/minutes/${shown.id}/files/${name}?zone=${encodeURIComponent(OWN_ZONE)}`
  const more = [
    ['minutes.md', t`Markdown`],
    ['minutes.html', t`HTML`],
    ['links.csv', t`Links`],
    ['attendance.csv', t`Attendance`],
    ['chat.md', t`The whole chat`],
    ['calendar.ics', t`Calendar`],
  ] as const
  return (
    <section>
      <h2 className="doc">
        <Trans>Take it with you</Trans>
      </h2>
      <p className="take">
        <Button onPress={() => window.print()}>
          <Printer size={20} aria-hidden="true" />
          <Trans>Print</Trans>
        </Button>
        <a className="btn" href={file('minutes.zip')} download>
          <Download size={20} aria-hidden="true" />
          <Trans>Everything, zip</Trans>
        </a>
      </p>
      <p className="more">
        {more.map(([name, label]) => (
          <a key={name} href={file(name)} download>
            {label}
          </a>
        ))}
      </p>
      <p className="hint">
        <Trans>
          To check the hash yourself: <code>npx moothall verify minutes.zip</code>
        </Trans>
      </p>
    </section>
  )
}
