/** Minutes: a sheet of paper, and beside it what belongs to it. */
import { Trans } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Output } from '#kernel/operation.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { OWN_ZONE } from '#web/kit/When.tsx'
import { readMinutes } from '../api.ts'
import { Beside } from './Beside.tsx'
import { Paper } from './Paper.tsx'
import './page.css'
import './sheet.css'

export type MinutesShown = Output<typeof readMinutes>

export function MinutesPage() {
  const { minutes = '' } = useParams({ strict: false })
  const read = useRead(readMinutes, { params: { minutes }, query: { zone: OWN_ZONE } })
  const title = read.data?.told.title
  useEffect(() => {
    if (!title) return
    document.title = title
    const place = window.location.hash.slice(1)
    if (place) document.getElementById(place)?.scrollIntoView()
  }, [title])
  if (read.error)
    return (
      <main id="main" className="page">
        <h1 className="doc">
          <Trans>Minutes</Trans>
        </h1>
        <ProblemLine cause={read.error} />
      </main>
    )
  if (!read.data)
    return (
      <main id="main" className="page">
        <Waiting />
      </main>
    )
  return (
    <main id="main" className="page minutes-page">
      <Paper shown={read.data} />
      <Beside shown={read.data} />
    </main>
  )
}
