/** Two records side by side, and in sentences what making them one would do. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { listPeople } from '../api/others.ts'
import { alikeRecords, foretellMerge, listMerges, mergeRecords, myMerges } from '../api/records.ts'
import styles from './people.module.css'

type Foretold = Output<typeof foretellMerge>
type Id = Foretold['kept']['id']
export type Pair = { person: Id; other: Id }

type Props = { pair: Pair; onTurn?: () => void; onClose: () => void }

export function Compare({ pair, onTurn, onClose }: Props) {
  const { data, error } = useRead(foretellMerge, { params: pair })
  const [sure, setSure] = useState(false)
  return (
    <section className="place stack" aria-labelledby="compare-h">
      <h2 id="compare-h">
        <Trans>Side by side</Trans>
      </h2>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <div className={styles['grid']}>
            <Shown record={data.kept} kept />
            <Shown record={data.other} kept={false} />
          </div>
          <h3 className="label">
            <Trans>What will happen</Trans>
          </h3>
          <Says told={data} />
          {data.stops.map((why) => (
            <p key={why} className="problem" role="alert">
              {why}
            </p>
          ))}
        </>
      )}
      <div className="acts">
        {data && data.stops.length === 0 && (
          <Button look="act" onPress={() => setSure(true)}>
            <Trans>Make them one…</Trans>
          </Button>
        )}
        {onTurn && (
          <Button onPress={onTurn}>
            <Trans>Keep the other one</Trans>
          </Button>
        )}
        <Button look="quiet" onPress={onClose}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
      {sure && data && (
        <Sure pair={pair} told={data} onClose={() => setSure(false)} onDone={onClose} />
      )}
    </section>
  )
}

function Shown({ record, kept }: { record: Foretold['kept']; kept: boolean }) {
  const { i18n } = useLingui()
  return (
    <div className="well stack">
      <div>
        <p className="label">{kept ? <Trans>Stays</Trans> : <Trans>Becomes one with it</Trans>}</p>
        <p>
          <bdi className="what">{record.name}</bdi>
        </p>
        <p>
          <bdi>{record.email ?? '–'}</bdi>
        </p>
      </div>
      <p className="hint">
        <Trans>
          Here since {dayIn(record.came, undefined, i18n.locale)}, last seen on{' '}
          {dayIn(record.seen, undefined, i18n.locale)}
        </Trans>
      </p>
      <ul className={styles['lines']}>
        {record.about.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function Says({ told }: { told: Foretold }) {
  return (
    <ul className={styles['lines']}>
      <li>
        {told.other.email ? (
          <Trans>
            Whoever signs in as <bdi>{told.other.email}</bdi> is <bdi>{told.kept.name}</bdi> from
            then on; passkeys of both work.
          </Trans>
        ) : (
          <Trans>
            Passkeys of both sign in as <bdi>{told.kept.name}</bdi> from then on.
          </Trans>
        )}
      </li>
      {told.says.map((line) => (
        <li key={line}>{line}</li>
      ))}
      <li>
        <Trans>Private talks stay with the record in which they were had.</Trans>
      </li>
      <li>
        <Plural
          value={told.days}
          one="For # day the two can be parted again."
          other="For # days the two can be parted again."
        />
      </li>
    </ul>
  )
}

type SureProps = { pair: Pair; told: Foretold; onClose: () => void; onDone: () => void }

function Sure({ pair, told, onClose, onDone }: SureProps) {
  const { t } = useLingui()
  const merge = useCall(mergeRecords, { touches: [listPeople, alikeRecords, listMerges, myMerges] })
  return (
    <Sheet
      title={t`Make these two one?`}
      act={t`Make them one`}
      busy={merge.isPending}
      problem={merge.error}
      onAct={() => merge.mutate({ params: pair }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <p>
        <Trans>
          <bdi>{told.other.name}</bdi> ({told.other.email ?? '–'}) becomes one with{' '}
          <bdi>{told.kept.name}</bdi> ({told.kept.email ?? '–'}). Both addresses get a letter that
          says so.
        </Trans>
      </p>
    </Sheet>
  )
}
