/** For stewards: two records of one person are found, compared, made one, and parted again. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { listPeople } from '../api/others.ts'
import { alikeRecords, listMerges } from '../api/records.ts'
import { Compare, type Pair } from './Compare.tsx'
import { Merges } from './Merges.tsx'
import { PickPerson } from './PickPerson.tsx'
import styles from './people.module.css'

type Chosen = { [of in keyof Pair]: Pair[of] | undefined }
type Alike = Output<typeof alikeRecords>['pairs'][number]

export function Page() {
  const { t } = useLingui()
  const { data, error } = useRead(alikeRecords)
  const merges = useRead(listMerges)
  const [pair, setPair] = useState<Chosen>({ person: undefined, other: undefined })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: '/records' }} />
  const { person, other } = pair
  return (
    <main id="main" className="page">
      <title>{t`Two records of one person`}</title>
      <header className="page-head">
        <h1>
          <Trans>Two records of one person</Trans>
        </h1>
        <p className="hint">
          <Trans>
            Somebody is here twice, with two mail addresses. Choose both, read what will happen, and
            make them one. For thirty days it can be undone. <Link to="/house">The house</Link>
          </Trans>
        </p>
      </header>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="split">
          <div className="column">
            {person && other ? (
              <Compare
                key={`${person} ${other}`}
                pair={{ person, other }}
                onTurn={() => setPair({ person: other, other: person })}
                onClose={() => setPair({ person: undefined, other: undefined })}
              />
            ) : (
              <Choose pair={pair} onPair={setPair} />
            )}
            <Merges merges={merges.data?.merges ?? []} />
          </div>
          <Pairs pairs={data.pairs} onPair={setPair} />
        </div>
      )}
    </main>
  )
}

function Choose({ pair, onPair }: { pair: Chosen; onPair(pair: Chosen): void }) {
  const { t } = useLingui()
  const { data } = useRead(listPeople)
  const people = data?.people ?? []
  return (
    <section className="place stack" aria-labelledby="choose-h">
      <h2 id="choose-h">
        <Trans>Choose two records</Trans>
      </h2>
      <div className={styles['grid']}>
        <PickPerson
          label={t`The record that stays`}
          people={people.filter(({ id }) => id !== pair.other)}
          chosen={pair.person}
          onChoose={(person) => onPair({ ...pair, person })}
        />
        <PickPerson
          label={t`The record that becomes one with it`}
          people={people.filter(({ id }) => id !== pair.person)}
          chosen={pair.other}
          onChoose={(other) => onPair({ ...pair, other })}
        />
      </div>
    </section>
  )
}

function Pairs({ pairs, onPair }: { pairs: Alike[]; onPair(pair: Pair): void }) {
  const { t } = useLingui()
  return (
    <section className="place stack" aria-labelledby="alike-h">
      <h2 id="alike-h">
        <Trans>Records that look alike</Trans>{' '}
        <span className="tally num">{pairs.length > 0 && pairs.length}</span>
      </h2>
      {pairs.length === 0 && (
        <Empty>
          <Trans>No two records have one name or one mail box.</Trans>
        </Empty>
      )}
      <ul className="rows">
        {pairs.map(({ by, records: [one, two] }) =>
          one && two ? (
            <li key={`${one.id} ${two.id}`}>
              <div>
                <p>
                  <bdi className="what">{one.name}</bdi>
                  <br />
                  <bdi className="hint">{one.email}</bdi>
                </p>
                <p>
                  <bdi className="what">{two.name}</bdi>
                  <br />
                  <bdi className="hint">{two.email}</bdi>
                </p>
                <p className="hint">
                  {by === 'name' ? <Trans>of one name</Trans> : <Trans>of one mail box</Trans>}
                </p>
              </div>
              <Button
                small
                aria-label={t`Compare ${one.name} and ${two.name}`}
                onPress={() => onPair({ person: one.id, other: two.id })}
              >
                <Trans>Compare</Trans>
              </Button>
            </li>
          ) : null,
        )}
      </ul>
    </section>
  )
}
