/** The rules of a circle, to read, to cite and to print. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import type { Output } from '#kernel/operation.ts'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { CircleId } from '#slices/circles/api.ts'
import { readConstitution } from '../api.ts'
import { VersionId } from '../api/shapes.ts'
import { Beside } from './Beside.tsx'
import { Prose } from './Prose.tsx'
import { useDay } from './useDay.ts'
import styles from './constitutions.module.css'

export type Rules = Output<typeof readConstitution>
const Search = z.object({
  version: VersionId.optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
})

export function Page() {
  const { circle } = useParams({ strict: false })
  const id = CircleId.safeParse(circle)
  return id.success ? <Reading id={id.data} /> : <Navigate to="/circles" />
}

function Reading({ id }: { id: `cir_${string}` }) {
  const { version, day } = Search.parse(useSearch({ strict: false }))
  const query = { ...(version ? { version } : {}), ...(day ? { day } : {}) }
  const { data, error } = useRead(readConstitution, { params: { circle: id }, query })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${id}/rules` }} />
  return (
    <main id="main" className="page">
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="split">
          <article className={styles['sheet']}>
            <Head rules={data} />
            <Prose sections={data.sections} />
          </article>
          <Beside rules={data} />
        </div>
      )}
    </main>
  )
}

function Head({ rules }: { rules: Rules }) {
  const { circle, of, shown, inForce } = rules
  const { t } = useLingui()
  const { name } = of ?? circle
  return (
    <header className={styles['sheet-head']}>
      <title>{t`Rules of ${name}`}</title>
      <p className="hint">
        <Link to="/circles/$circle" params={{ circle: circle.id }}>
          <bdi>{circle.name}</bdi>
        </Link>
      </p>
      <h1>
        <Trans>Rules of {name}</Trans>
      </h1>
      {of && of.id !== circle.id && (
        <p className={styles['lead']}>
          <Trans>
            {circle.name} has no rules of its own: those of {name} hold in it.
          </Trans>
        </p>
      )}
      {shown ? (
        <p className={styles['lead']}>
          <VersionLine shown={shown} inForce={shown.id === inForce} />
        </p>
      ) : (
        <p className={styles['lead']}>
          <Trans>
            There are no rules yet. A steward begins them, from one of the models or from nothing.
          </Trans>
        </p>
      )}
      {rules.coming.map((version) => (
        <Coming key={version.id} rules={rules} version={version} />
      ))}
    </header>
  )
}

function Coming({ rules, version }: { rules: Rules; version: Rules['coming'][number] }) {
  const { circle, of, inForce } = rules
  const day = useDay()(version.day)
  const params = { circle: (of ?? circle).id }
  return (
    <p className="well" role="status">
      <Trans>
        From {day}: version {version.number} is coming.
      </Trans>{' '}
      {inForce ? (
        <Link
          to="/circles/$circle/rules/compare"
          params={params}
          search={{ before: inForce, after: version.id }}
        >
          <Trans>What it changes</Trans>
        </Link>
      ) : (
        <Link to="/circles/$circle/rules" params={params} search={{ version: version.id }}>
          <Trans>Read it</Trans>
        </Link>
      )}
    </p>
  )
}

function VersionLine({ shown, inForce }: { shown: NonNullable<Rules['shown']>; inForce: boolean }) {
  const { number, state, adopters, decidedBy } = shown
  const day = useDay()(shown.day)
  const names = adopters.map(({ name }) => name).join(', ')
  if (state === 'draft') return <Trans>A draft. It holds nowhere yet.</Trans>
  if (state === 'proposed') return <Trans>Put forward, to hold from {day}.</Trans>
  return (
    <>
      {inForce ? (
        <Trans>
          Version {number}, in force since {day}.
        </Trans>
      ) : (
        <Trans>
          Version {number}, from {day} on; another one holds today.
        </Trans>
      )}{' '}
      {names && <Trans>Adopted by {names}.</Trans>}
      {decidedBy && (
        <Link to="/decisions/$decision" params={{ decision: decidedBy }}>
          <Trans>Adopted by a vote of the members.</Trans>
        </Link>
      )}
    </>
  )
}
