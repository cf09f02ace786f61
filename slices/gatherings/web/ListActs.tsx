/** From the list: call one, or subscribe. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CalendarPlus, Rss } from 'lucide-react'

export function ListActs({ mayCall }: { mayCall: boolean }) {
  return (
    <div className="acts">
      {mayCall && (
        <Link to="/gatherings/call" className="btn act">
          <CalendarPlus size={20} aria-hidden="true" />
          <Trans>Call a gathering</Trans>
        </Link>
      )}
      <Link to="/gatherings/subscribe" className="btn">
        <Rss size={20} aria-hidden="true" />
        <Trans>Subscribe</Trans>
      </Link>
    </div>
  )
}
