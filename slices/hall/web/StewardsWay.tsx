/** The way to the stewards' page; only stewards see it. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { myCircles } from '#slices/circles/api.ts'
import { useRead } from '#web/kit/useCall.ts'

export function StewardsWay() {
  const { data } = useRead(myCircles)
  if (!data?.steward) return null
  return (
    <Link to="/house">
      <Trans>The house</Trans>
    </Link>
  )
}
