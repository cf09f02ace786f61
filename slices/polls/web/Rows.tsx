/** Polls in a list: each with its form, when it closes or closed, and how many have answered. */
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { Output } from '#kernel/operation.ts'
import type { listPolls } from '../api/reading.ts'
import { FormWord, Moment, StateTag, useCalled } from './words.tsx'

type Listed = Output<typeof listPolls>['polls'][number]

function Tag({ one: { state, answered, ended } }: { one: Listed }) {
  if (state === 'open' && !answered)
    return (
      <span className="tag straw">
        <Trans>Not answered yet</Trans>
      </span>
    )
  if (ended === 'called')
    return (
      <span className="tag green">
        <Trans>A gathering</Trans>
      </span>
    )
  if (ended === 'summed')
    return (
      <span className="tag green">
        <Trans>Summed up</Trans>
      </span>
    )
  return <StateTag state={state} />
}

export function Rows({ polls }: { polls: readonly Listed[] }) {
  const called = useCalled()
  return (
    <ul className="rows">
      {polls.map((one) => (
        <li key={one.poll}>
          <div>
            <Link className="what" to="/polls/$poll" params={{ poll: one.poll }}>
              <bdi>{one.title}</bdi>
            </Link>
            <p className="hint">
              <FormWord form={one.form} /> · <bdi>{called(one.by)}</bdi> ·{' '}
              {one.state === 'open' ? (
                <Trans>
                  until <Moment at={one.closesAt} />
                </Trans>
              ) : (
                <Moment at={one.endedAt ?? one.closesAt} />
              )}{' '}
              ·{' '}
              <Plural
                value={one.answers}
                _0="nobody has answered"
                one="one answer"
                other="# answers"
              />
            </p>
          </div>
          <Tag one={one} />
        </li>
      ))}
    </ul>
  )
}
