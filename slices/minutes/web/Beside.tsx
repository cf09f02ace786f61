/** Beside the sheet: what state it is in, who may read it, what to take along. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Download, Printer } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { OWN_ZONE } from '#web/kit/When.tsx'
import { approveMinutes, readMinutes, stayUnnamed } from '../api.ts'
import { Claims } from './Claims.tsx'
import type { MinutesShown } from './MinutesPage.tsx'
import { Share } from './Share.tsx'

type Given = { shown: MinutesShown }

function Steps({ shown: { told, imported } }: Given) {
  const at = ['draft', 'amended', 'approved'].indexOf(told.state)
  const count = told.amendments.length
  const now = (place: number) =>
    place === at ? { className: 'is', 'aria-current': 'step' as const } : {}
  return (
    <ol className="steps">
      <li {...now(0)}>
        <b>
          <Trans>Draft</Trans>
        </b>
        <span>
          {imported ? (
            <Trans>made of the saved chat</Trans>
          ) : (
            <Trans>made when the room closed</Trans>
          )}
        </span>
      </li>
      <li {...now(1)}>
        <b>
          <Trans>Amended</Trans>
        </b>
        <span>
          {count > 0 ? (
            <Trans>{count} times, by those who were there</Trans>
          ) : (
            <Trans>by those who were there</Trans>
          )}
        </span>
      </li>
      <li {...now(2)}>
        <b>
          <Trans>Approved</Trans>
        </b>
        <span>{at === 2 ? <Trans>frozen</Trans> : <Trans>by those who facilitated</Trans>}</span>
      </li>
    </ol>
  )
}

function Approve({ shown }: Given) {
  const approve = useCall(approveMinutes, { touches: [readMinutes] })
  if (!shown.may.approve) return null
  return (
    <>
      <p className="hint">
        <Trans>Approved minutes are sealed with a hash and change no more.</Trans>
      </p>
      <p>
        <Button
          look="act"
          isDisabled={approve.isPending}
          onPress={() => approve.mutate({ params: { minutes: shown.id } })}
        >
          <Trans>Approve the minutes</Trans>
        </Button>
      </p>
      <ProblemLine cause={approve.error} />
    </>
  )
}

function Unnamed({ shown }: Given) {
  const unname = useCall(stayUnnamed, { touches: [readMinutes] })
  if (!shown.may.amend) return null
  const { unnamed } = shown
  return (
    <>
      <p className="hint">
        {unnamed ? (
          <Trans>Where everybody can read, you are not named.</Trans>
        ) : (
          <Trans>Should these minutes become public, your name stands in them.</Trans>
        )}
      </p>
      <p>
        <Button
          small
          onPress={() =>
            unname.mutate({ params: { minutes: shown.id }, body: { unnamed: !unnamed } })
          }
        >
          {unnamed ? <Trans>Name me</Trans> : <Trans>Don’t name me in public</Trans>}
        </Button>
      </p>
      <ProblemLine cause={unname.error} />
    </>
  )
}

function Take({ shown }: Given) {
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
      <Share shown={shown} />
      <Claims shown={shown} />
      <Take shown={shown} />
      <Contents shown={shown} />
    </aside>
  )
}
