/** Coming into a class: at once where it is open, by an application where the circle asks. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { CircleId, myCircles } from '#slices/circles/api.ts'
import { whoAmI } from '#slices/people/api/me.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { comeInOpenly, readMembrane } from '../api.ts'
import { myApplications } from '../api/door.ts'
import { First } from './First.tsx'
import { Apply } from './Apply.tsx'
import styles from './membrane.module.css'
import { Stranger } from './Stranger.tsx'

type Membrane = Output<typeof readMembrane>
export type ClassShown = Membrane['classes'][number]

export function Page() {
  const { circle, class: key } = useParams({ strict: false })
  const id = CircleId.safeParse(circle)
  return id.success ? <ComeIn id={id.data} of={String(key)} /> : <Navigate to="/circles" />
}

function ComeIn({ id, of }: { id: Membrane['id']; of: string }) {
  const { t } = useLingui()
  const { data, error } = useRead(readMembrane, { params: { circle: id } })
  const me = useRead(whoAmI).data
  const one = data?.classes.find(({ key }) => key === of)
  const name = data?.name ?? ''
  return (
    <main id="main" className={`page ${styles['narrow']}`}>
      <title>{t`Come in: ${name}`}</title>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className="stack">
          <h1>
            <bdi>{data.name}</bdi>: <bdi>{one?.name ?? of}</bdi>
          </h1>
          {one?.comesIn.map(({ text }) => (
            <p key={text}>{text}</p>
          ))}
          {one && (one.open || one.applies) ? (
            me?.person ? (
              <Known membrane={data} one={one} />
            ) : (
              <Stranger circle={id} of={of} back={`/circles/${id}/come-in/${of}`} />
            )
          ) : (
            <p>
              <Trans>One does not come into this class in this way.</Trans>
            </p>
          )}
          <p>
            <a href={`/circles/${id}/membrane`}>
              <Trans>The whole membrane of this circle</Trans>
            </a>
          </p>
        </div>
      )}
    </main>
  )
}

function Known({ membrane, one }: { membrane: Membrane; one: ClassShown }) {
  const { id, mine } = membrane
  if (mine?.class && !(one.applies && one.holds !== 'persons'))
    return (
      <p className="well">
        <Trans>You are inside.</Trans>{' '}
        <Link to="/circles/$circle" params={{ circle: id }}>
          <Trans>To the circle</Trans>
        </Link>
      </p>
    )
  return one.open ? (
    <Enter membrane={membrane} one={one} />
  ) : (
    <Waits membrane={membrane} one={one} />
  )
}

function Enter({ membrane, one }: { membrane: Membrane; one: ClassShown }) {
  const [named, setNamed] = useState(false)
  const enter = useCall(comeInOpenly, { touches: [readMembrane, myCircles] })
  const shown = named ? ('name' as const) : ('number' as const)
  return (
    <div className="stack">
      <label>
        <input
          type="checkbox"
          checked={named}
          onChange={({ target }) => setNamed(target.checked)}
        />{' '}
        <Trans>Show my name on the public page; otherwise I am only counted there</Trans>
      </label>
      {one.first && <First circle={membrane.id} of={one.key} />}
      <ProblemLine cause={enter.error} />
      <div className="acts">
        <Button
          look="act"
          isDisabled={enter.isPending}
          onPress={() =>
            enter.mutate({ params: { circle: membrane.id }, body: { class: one.key, shown } })
          }
        >
          <Trans>Come in</Trans>
        </Button>
      </div>
    </div>
  )
}

/** Who has applied sees their application; others the questions. */
function Waits({ membrane, one }: { membrane: Membrane; one: ClassShown }) {
  const { data } = useRead(myApplications)
  const open = data?.applications.find(
    ({ circle, state }) => circle === membrane.id && (state === 'vouching' || state === 'waiting'),
  )
  if (!data) return <Waiting />
  if (!open) return <Apply circle={membrane.id} one={one} />
  return (
    <p className="well" role="status">
      <Trans>Your application is at the door.</Trans>{' '}
      <Link to="/applications/$application" params={{ application: open.id }}>
        <Trans>See where it stands</Trans>
      </Link>
    </p>
  )
}
