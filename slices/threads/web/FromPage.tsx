/** Beginning a thread from something: what was said there is quoted in it. */
import { Trans } from '@lingui/react/macro'
import { Navigate, useLocation, useSearch } from '@tanstack/react-router'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { readSource } from '../api/beginning.ts'
import { SourceGiven } from '../api/shapes.ts'
import { BeginThread } from './BeginThread.tsx'

export function Page() {
  const given = SourceGiven.safeParse(useSearch({ strict: false }))
  return given.success ? <From {...given.data} /> : <Navigate to="/" />
}

function From({ kind, id }: { kind: string; id: string }) {
  const { data, error } = useRead(readSource, { params: { kind, id } })
  const { href } = useLocation()
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: href }} />
  const source = data?.source
  if (source?.circle)
    return <BeginThread circle={source.circle} from={{ kind, id }} source={source} />
  return (
    <main id="main" className="page">
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <Empty>
          <Trans>
            You cannot begin a thread from this. Ask somebody of its circle, or begin one in a
            circle of yours.
          </Trans>
        </Empty>
      )}
    </main>
  )
}
