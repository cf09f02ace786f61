/** My page: profile, ways in, sessions, data, leaving. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate } from '@tanstack/react-router'
import { Parts } from '#web/kit/Parts.tsx'
import { Waiting } from '#web/kit/Said.tsx'
import { KeepWords } from './KeepWords.tsx'
import { Leave } from './Leave.tsx'
import { MyAddress } from './MyAddress.tsx'
import { MyData } from './MyData.tsx'
import { MyPasskeys } from './MyPasskeys.tsx'
import { MyProfile } from './MyProfile.tsx'
import { MyRecords } from './MyRecords.tsx'
import { MySessions } from './MySessions.tsx'
import { useMe } from './useMe.ts'

export function Page() {
  const { t } = useLingui()
  const me = useMe()
  if (me === null) return <Navigate to="/sign-in" search={{ to: '/me' }} />
  return (
    <main id="main" className="page">
      <title>{t`My page`}</title>
      <header className="page-head">
        <h1>{me ? <bdi>{me.name}</bdi> : <Trans>My page</Trans>}</h1>
      </header>
      {me ? (
        <div className="split">
          <div className="column">
            <KeepWords />
            <MyProfile key={me.id} me={me} />
            <MyPasskeys />
            <MySessions />
            <Parts of="me" id={me.id} />
          </div>
          <div className="column">
            <MyAddress me={me} />
            <MyRecords me={me} />
            <MyData />
            <Leave me={me} />
          </div>
        </div>
      ) : (
        <Waiting />
      )}
    </main>
  )
}
