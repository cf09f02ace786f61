/** Two versions, sentence beside sentence; what stays is folded. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import type { Output } from '#kernel/operation.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { CircleId } from '#slices/circles/api.ts'
import { comparison, readConstitution } from '../api.ts'
import { VersionId } from '../api/shapes.ts'
import { CompareRows } from './CompareRows.tsx'
import { Findings } from './Findings.tsx'
import { VersionChoice } from './VersionChoice.tsx'
import { useDay } from './useDay.ts'
import styles from './constitutions.module.css'

export type Compared = Output<typeof comparison>
const Search = z.object({ before: VersionId, after: VersionId })

export function Page() {
  const { circle } = useParams({ strict: false })
  const id = CircleId.safeParse(circle)
  const search = Search.safeParse(useSearch({ strict: false }))
  if (!id.success) return <Navigate to="/circles" />
  if (!search.success) return <Navigate to="/circles/$circle/rules" params={{ circle: id.data }} />
  return <Comparing circle={id.data} {...search.data} />
}

type Both = z.infer<typeof Search>

function Comparing({ circle, before, after }: { circle: `cir_${string}` } & Both) {
  const { data, error } = useRead(comparison, { params: { circle }, query: { before, after } })
  return (
    <main id="main" className="page">
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Head compared={data} />
          <Above compared={data} />
          <div className={`lit ${styles['compared']}`}>
            <Choices circle={circle} before={before} after={after} />
            {data.sections.map((section) => (
              <CompareRows key={section.name} section={section} />
            ))}
          </div>
        </>
      )}
    </main>
  )
}

function Head({ compared }: { compared: Compared }) {
  const { t } = useLingui()
  const { circle, before, after, counts } = compared
  const day = useDay()(after.day)
  const old = before.number ?? t`the draft`
  const title =
    after.number === null
      ? t`What the new version would change`
      : t`What version ${after.number} changes in version ${old}`
  return (
    <header className="page-head">
      <title>{title}</title>
      <p className="hint">
        <Link to="/circles/$circle/rules" params={{ circle: circle.id }}>
          <Trans>Rules of {circle.name}</Trans>
        </Link>
      </p>
      <h1>{title}</h1>
      <p className={styles['lead']}>
        <Plural
          value={counts.added}
          _0="It adds no sentence"
          one="It adds one sentence"
          other="It adds # sentences"
        />
        {', '}
        <Plural value={counts.changed} _0="changes none" one="changes one" other="changes #" />{' '}
        <Plural
          value={counts.removed}
          _0="and takes out none"
          one="and takes out one"
          other="and takes out #"
        />
        {'; '}
        <Plural
          value={counts.stays}
          _0="none stays as it is."
          one="one stays as it is."
          other="# stay as they are."
        />{' '}
        {day && <Trans>It holds from {day}, and nothing before that day is judged by it.</Trans>}
      </p>
    </header>
  )
}

function Above({ compared }: { compared: Compared }) {
  return (
    <div className={styles['above']}>
      {compared.mine && <ForMe mine={compared.mine} />}
      <section className="place" aria-labelledby="how-h">
        <h2 id="how-h">
          <Trans>How it is decided</Trans>
        </h2>
        {compared.how.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </section>
      <Findings findings={compared.findings} sections={compared.sections} />
    </div>
  )
}

function ForMe({ mine }: { mine: NonNullable<Compared['mine']> }) {
  const { name, gone, changes } = mine
  return (
    <section className="place" aria-labelledby="for-me-h">
      <h2 id="for-me-h">
        <Trans>For you, one of the {name}</Trans>
      </h2>
      {gone && (
        <p>
          <Trans>
            It names this class no longer. On its day you begin in a class that it names.
          </Trans>
        </p>
      )}
      {changes.length === 0 && !gone && (
        <p>
          <Trans>Nothing changes.</Trans>
        </p>
      )}
      {changes.map(({ number, state, text }) => (
        <p key={number}>
          {state === 'removed' ? <Trans>No longer: {text}</Trans> : text}{' '}
          <span className="hint">{number}</span>
        </p>
      ))}
    </section>
  )
}

function Choices({ circle, before, after }: { circle: `cir_${string}` } & Both) {
  const { t } = useLingui()
  const go = useNavigate()
  const { data } = useRead(readConstitution, { params: { circle } })
  const versions = data ? [...(data.open ? [data.open] : []), ...data.versions] : []
  const to = (search: Both) =>
    go({ to: '/circles/$circle/rules/compare', params: { circle }, search })
  return (
    <div className={styles['choices']}>
      <VersionChoice
        label={t`Compare`}
        versions={versions}
        value={before}
        onChange={(id) => to({ before: id, after })}
      />
      <VersionChoice
        label={t`with`}
        versions={versions}
        value={after}
        onChange={(id) => to({ before, after: id })}
      />
    </div>
  )
}
