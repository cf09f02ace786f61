/** What those do who shape a gathering: change it, do it again, hand on its link, call it off. */
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CalendarX, Copy, Pencil, Repeat } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { CallOff } from './CallOff.tsx'
import { EntryLink } from './EntryLink.tsx'
import type { GatheringShown } from './shapes.ts'

export function Shaping({ gathering }: { gathering: GatheringShown }) {
  const [off, setOff] = useState(false)
  const params = { gathering: gathering.id }
  const changeable = gathering.phase === 'coming' || gathering.phase === 'open'
  return (
    <section className="place" aria-labelledby="shape-h">
      <h2 id="shape-h">
        <Trans>To do with it</Trans>
      </h2>
      <div className="stack">
        {changeable && (
          <Link to="/gatherings/$gathering/change" params={params} className="btn">
            <Pencil size={20} aria-hidden="true" />
            <Trans>Change</Trans>
          </Link>
        )}
        <Link to="/gatherings/call" search={{ again: gathering.id }} className="btn">
          <Repeat size={20} aria-hidden="true" />
          <Trans>Do it again</Trans>
        </Link>
        {changeable && (
          <EntryLink gathering={gathering} icon={<Copy size={20} aria-hidden="true" />} />
        )}
        {changeable && (
          <Button look="leave" onPress={() => setOff(true)}>
            <CalendarX size={20} aria-hidden="true" />
            <Trans>Call it off</Trans>
          </Button>
        )}
      </div>
      {off && <CallOff gathering={gathering} onClose={() => setOff(false)} />}
    </section>
  )
}
