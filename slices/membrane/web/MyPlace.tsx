/** On the page of a circle: my own place inside, what waits at the door, the way to the membrane. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import { CircleId, readCircle } from '#slices/circles/api.ts'
import { showMe } from '#slices/circles/api/members.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { readMembrane } from '../api.ts'
import { listApplications } from '../api/door.ts'
import { stayAfterAll } from '../api/leaving.ts'

type Membrane = Output<typeof readMembrane>
type Mine = NonNullable<Membrane['mine']>

export function Part({ id }: { id: string }) {
  const circle = CircleId.safeParse(id)
  return circle.success ? <Place circle={circle.data} /> : null
}

function Place({ circle }: { circle: Membrane['id'] }) {
  const { data } = useRead(readMembrane, { params: { circle } })
  if (!data) return null
  const { mine } = data
  const name = data.classes.find(({ key }) => key === mine?.class)?.name
  return (
    <section className="place stack" aria-labelledby="my-place-h">
      <h2 id="my-place-h">
        <Trans>What it means for me</Trans>
      </h2>
      {mine?.class ? (
        <Inside circle={circle} mine={mine} name={name ?? mine.class} one={data} />
      ) : (
        <p>
          <Trans>You are not a member in your own right.</Trans>
        </p>
      )}
      <p>
        <a href={`/circles/${circle}/membrane`}>
          <Trans>The membrane: who is inside, and how one comes in</Trans>
        </a>
      </p>
      <p>
        <Link to="/circles/$circle/ways-out" params={{ circle }}>
          <Trans>Leave, rest: the ways out</Trans>
        </Link>
      </p>
      {mine?.class && <AtTheDoor circle={circle} />}
    </section>
  )
}

type Props = { circle: Membrane['id']; mine: Mine; name: string; one: Membrane }

function Inside({ circle, mine, name, one }: Props) {
  const { i18n } = useLingui()
  const touches = [readMembrane]
  const show = useCall(showMe, { touches })
  const stay = useCall(stayAfterAll, { touches: [readMembrane, readCircle] })
  const gets = one.classes.find(({ key }) => key === mine.class)?.gets ?? []
  const day = (at: string) => dayIn(at, undefined, i18n.locale)
  const params = { circle }
  return (
    <>
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        {mine.from && <Trans>since {day(mine.from)}</Trans>}
      </p>
      {gets.map(({ text, cite }) => (
        <p key={text} className="hint">
          {text} {cite}
        </p>
      ))}
      {mine.trialUntil && (
        <p>
          <Trans>On trial until {day(mine.trialUntil)}.</Trans>
        </p>
      )}
      {mine.leaves && (
        <p>
          <Trans>You have said that you leave on {day(mine.leaves)}.</Trans>{' '}
          <Button small onPress={() => stay.mutate({ params })}>
            <Trans>Stay after all</Trans>
          </Button>
        </p>
      )}
      {mine.pausedUntil && (
        <p>
          <Trans>You rest until {day(mine.pausedUntil)}.</Trans>
        </p>
      )}
      <label>
        <input
          type="checkbox"
          checked={mine.shown === 'name'}
          onChange={({ target }) =>
            show.mutate({ params, body: { shown: target.checked ? 'name' : 'number' } })
          }
        />{' '}
        <Trans>Show my name on the public page</Trans>
      </label>
      <ProblemLine cause={show.error ?? stay.error} />
    </>
  )
}

function AtTheDoor({ circle }: { circle: Membrane['id'] }) {
  const { data } = useRead(listApplications, { params: { circle } })
  const count = data?.applications.length ?? 0
  if (count === 0) return null
  return (
    <p>
      <Link to="/circles/$circle/door" params={{ circle }}>
        <Plural value={count} one="# waits at the door" other="# wait at the door" />
      </Link>
    </p>
  )
}
