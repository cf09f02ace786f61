/** What was announced for a gathering to decide: moved by one press, as it reads. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useFloats } from '#slices/room/web/Floats.tsx'
import { useActs } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { moveAnnounced } from '../api.ts'
import type { Motions } from './useMotions.ts'

type One = Motions['announced'][number]

/** Why it is not moved now. */
function NotYet({ ripe, from }: One) {
  const { i18n } = useLingui()
  if (ripe) return <Trans>Who may propose this kind moves it.</Trans>
  if (from === null) return <Trans>It still waits for something; its page says for what.</Trans>
  const day = i18n.date(from, { dateStyle: 'medium', timeStyle: 'short' })
  return <Trans>It can be moved from {day} on.</Trans>
}

export function Announced({ announced }: Pick<Motions, 'announced'>) {
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  if (announced.length === 0) return null
  async function move({ decision }: One) {
    if (await act(moveAnnounced, { body: { decision } })) close()
  }
  return (
    <section aria-labelledby="announced-h">
      <h3 id="announced-h">
        <Trans>Announced for a gathering</Trans>
      </h3>
      <ProblemLine cause={problem} />
      <ul className="rows">
        {announced.map((one) => (
          <li key={one.decision}>
            <div>
              <Link to="/decisions/$decision" params={{ decision: one.decision }} target="_blank">
                <bdi className="what">{one.title}</bdi>
              </Link>
              <p className="hint">
                {one.kind}
                {'. '}
                {one.ripe && one.mayMove ? (
                  <Trans>Voted on as it reads.</Trans>
                ) : (
                  <NotYet {...one} />
                )}
              </p>
            </div>
            {one.ripe && one.mayMove && (
              <Button small isDisabled={busy} onPress={() => void move(one)}>
                <span>
                  <Trans>Move it</Trans>
                  <span className="sr">: {one.title}</span>
                </span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
