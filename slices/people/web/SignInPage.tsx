/** Signing in: an address, then the code that came to it; or a passkey. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '#web/kit/useCall.ts'
import { whoAmI } from '../api/me.ts'
import { CodeStep } from './CodeStep.tsx'
import { AddressStep } from './AddressStep.tsx'
import { safePlace, useArrival } from './useMe.ts'
import styles from './people.module.css'

function GuestHint({ name }: { name: string }) {
  return (
    <p className="well">
      <Trans>
        You were here as <bdi>{name}</bdi>. Sign up with your mail address, and what you wrote as a
        guest stays yours.
      </Trans>
    </p>
  )
}

export function Page() {
  const { t } = useLingui()
  const search = useSearch({ strict: false })
  const to = safePlace('to' in search ? search.to : undefined)
  const arrive = useArrival()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const guest = useRead(whoAmI).data?.guests[0]
  return (
    <main id="main" className={`page ${styles['narrow']}`}>
      <title>{t`Sign in`}</title>
      <div className="stack">
        <h1>{guest ? <Trans>Sign in or sign up</Trans> : <Trans>Sign in</Trans>}</h1>
        {guest && <GuestHint name={guest} />}
        {sentTo === null ? (
          <AddressStep onSent={setSentTo} onIn={(who) => arrive(who, to)} />
        ) : (
          <CodeStep email={sentTo} onIn={(who) => arrive(who, to)} onBack={() => setSentTo(null)} />
        )}
      </div>
    </main>
  )
}
