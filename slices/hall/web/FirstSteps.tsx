/** An empty hall says what to do next. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { myCircles } from '#slices/circles/api.ts'
import { useRead } from '#web/kit/useCall.ts'

export function FirstSteps() {
  const { data } = useRead(myCircles)
  if (!data) return null
  const { coop, steward, circles } = data
  const mayCall = circles.some(({ call }) => call)
  return (
    <section className="place" aria-labelledby="steps-h">
      <h2 id="steps-h">
        <Trans>The hall is quiet</Trans>
      </h2>
      <ul className="rows">
        {mayCall && (
          <li>
            <p>
              <Trans>Call a gathering: a title, a time, and what it is for.</Trans>
            </p>
            <a className="btn act" href="/gatherings/call">
              <Trans>Call a gathering</Trans>
            </a>
          </li>
        )}
        {steward && coop && (
          <li>
            <p>
              <Trans>Invite people, and make circles for what the co-op does.</Trans>
            </p>
            <Link className="btn" to="/circles/$circle" params={{ circle: coop.id }}>
              <Trans>Invite people</Trans>
            </Link>
          </li>
        )}
        {!mayCall && !steward && (
          <li>
            <p>
              <Trans>
                You belong to no circle yet. What is public stands here; ask a steward to invite
                you.
              </Trans>
            </p>
          </li>
        )}
        <li>
          <p>
            <Trans>Say how you wish to be addressed, and add a passkey for this device.</Trans>
          </p>
          <Link className="btn" to="/me">
            <Trans>My page</Trans>
          </Link>
        </li>
      </ul>
    </section>
  )
}
