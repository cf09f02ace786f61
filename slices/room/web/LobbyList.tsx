/** Who waits in the lobby, for facilitators: let in, or not. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { Face } from '#web/kit/Face.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { answerTheDoor } from '../api.ts'
import { useCare } from './care.ts'
import { useActs } from './useRoom.ts'

export function LobbyList() {
  const { t } = useLingui()
  const { act, problem, busy } = useActs()
  const care = useCare()
  if (!care || care.waiting.length === 0) return null
  const answer = (who: string, admit: boolean) =>
    void act(answerTheDoor, { params: { who }, body: { admit } })
  return (
    <section className="lobby" aria-label={t`In the lobby`}>
      <h3>
        <Trans>In the lobby</Trans>
      </h3>
      <ul>
        {care.waiting.map(({ who, name }) => (
          <li key={who}>
            <Face id={who} name={name} />
            <p>
              <bdi className="name">{name}</bdi>
            </p>
            <span className="acts">
              <Button
                small
                isDisabled={busy}
                aria-label={t`Let in ${name}`}
                onPress={() => answer(who, true)}
              >
                <Trans>Let in</Trans>
              </Button>
              <Button
                small
                look="quiet"
                isDisabled={busy}
                aria-label={t`No, not ${name}`}
                onPress={() => answer(who, false)}
              >
                <Trans>No</Trans>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <ProblemLine cause={problem} />
    </section>
  )
}
