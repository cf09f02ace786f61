/** On the page of a circle: which rules hold in it. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useRead } from '#web/kit/useCall.ts'
import { CircleId } from '#slices/circles/api.ts'
import { readConstitution } from '../api.ts'
import { useDay } from './useDay.ts'

export function Part({ id }: { id: string }) {
  const circle = CircleId.safeParse(id)
  return circle.success ? <Rules id={circle.data} /> : null
}

function Rules({ id }: { id: `cir_${string}` }) {
  const { data } = useRead(readConstitution, { params: { circle: id } })
  const said = useDay()
  if (!data || (!data.shown && !data.may.change)) return null
  const { shown, of, circle } = data
  const day = said(shown?.day ?? null)
  return (
    <section className="place" aria-labelledby="rules-h">
      <h2 id="rules-h">
        <Trans>Rules</Trans>
      </h2>
      <p>
        {shown && of?.id === circle.id && (
          <Trans>
            Version {shown.number}, in force since {day}.
          </Trans>
        )}
        {shown && of && of.id !== circle.id && <Trans>Those of {of.name} hold here.</Trans>}
        {!shown && <Trans>It has no rules yet.</Trans>}
      </p>
      {data.coming.map((version) => (
        <p key={version.id} className="hint">
          <Trans>
            From {said(version.day)}: version {version.number} is coming.
          </Trans>
        </p>
      ))}
      <p>
        <Link to="/circles/$circle/rules" params={{ circle: id }}>
          {shown ? <Trans>Read the rules</Trans> : <Trans>Make rules</Trans>}
        </Link>
      </p>
    </section>
  )
}
