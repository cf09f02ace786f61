/** Whose turn it is, in order; passing a turn over, swapping one. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { agreeSwap, askSwap, dropSwap, skip } from '../api/roles.ts'
import styles from './roles.module.css'
import { useMe } from '#slices/people/web/useMe.ts'
import { type Circle, type Role, TOUCHES } from './useRoles.ts'

type Props = { circle: Circle; role: Role; steward: boolean }

export function Turns({ circle, role, steward }: Props) {
  const { i18n, t } = useLingui()
  const me = useMe()?.id ?? null
  const pass = useCall(skip, { touches: TOUCHES })
  const ask = useCall(askSwap, { touches: TOUCHES })
  const params = { circle, role: role.key }
  const inTurn = role.turns.some(({ person }) => person === me)
  return (
    <div className="well">
      <h3 className={styles['small-title']}>
        <Trans>Whose turn it is</Trans>
      </h3>
      <ol className={styles['turns']}>
        {role.turns.map(({ person, name, lastHeld, skipped, inPlaceOf }) => (
          <li key={person} aria-current={person === role.next ? 'true' : undefined}>
            <span>
              <bdi className="what">{name}</bdi>{' '}
              {person === role.next && (
                <span className="tag green">
                  <Trans>next</Trans>
                </span>
              )}
              <span className="hint">
                {' '}
                {lastHeld ? (
                  <Trans>held it until {dayIn(lastHeld, undefined, i18n.locale)}</Trans>
                ) : (
                  <Trans>has not held it yet</Trans>
                )}
                {skipped > 0 && (
                  <>
                    , <Plural value={skipped} one="passed over once" other="passed over # times" />
                  </>
                )}
                {inPlaceOf && (
                  <>
                    , <Trans>by a swap</Trans>
                  </>
                )}
              </span>
            </span>
            {person === role.next && (person === me || steward) && (
              <Button small look="quiet" onPress={() => pass.mutate({ params })}>
                {person === me ? <Trans>Not this time</Trans> : <Trans>Pass over</Trans>}
              </Button>
            )}
            {inTurn && person !== me && (
              <Button
                small
                look="quiet"
                aria-label={t`Ask to swap with ${name}`}
                onPress={() => ask.mutate({ params, body: { with: person } })}
              >
                <Trans>Ask to swap</Trans>
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Swaps circle={circle} role={role} me={me} />
      <ProblemLine cause={pass.error ?? ask.error} />
    </div>
  )
}

function Swaps({ circle, role, me }: { circle: Circle; role: Role; me: string | null }) {
  const agree = useCall(agreeSwap, { touches: TOUCHES })
  const drop = useCall(dropSwap, { touches: TOUCHES })
  return (
    <>
      {role.swaps.map(({ first, second, agreed }) => {
        const params = { circle, role: role.key, first: first.person }
        return (
          <p key={first.person} className={styles['swap']}>
            <span>
              {agreed ? (
                <Trans>
                  <bdi>{second.name}</bdi> takes the next turn of <bdi>{first.name}</bdi>.
                </Trans>
              ) : (
                <Trans>
                  <bdi>{first.name}</bdi> asks <bdi>{second.name}</bdi> to take their turn.
                </Trans>
              )}
            </span>
            {!agreed && second.person === me && (
              <Button small onPress={() => agree.mutate({ params })}>
                <Trans>I take it</Trans>
              </Button>
            )}
            {(second.person === me || first.person === me) && (
              <Button small look="quiet" onPress={() => drop.mutate({ params })}>
                {first.person === me ? <Trans>Take back</Trans> : <Trans>No, thank you</Trans>}
              </Button>
            )}
          </p>
        )
      })}
      <ProblemLine cause={agree.error ?? drop.error} />
    </>
  )
}
