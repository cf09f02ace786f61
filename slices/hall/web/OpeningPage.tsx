/** The first five minutes: three steps, and one stands in one's own hall. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { OWN_ZONE } from '#web/kit/When.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { checkOpening } from '../api/opening.ts'
import { NameStep } from './NameStep.tsx'
import { PeopleStep } from './PeopleStep.tsx'
import { StewardStep } from './StewardStep.tsx'
import styles from './hall.module.css'

export type Named = { name: string; zone: string }
type CoopId = `cir_${string}`

/** The token stands after the #, so it reaches no log; a reload keeps it until the hall is open. */
function useToken(): string {
  const [token] = useState(() => location.hash.slice(1))
  return token
}

function Steps({ step }: { step: number }) {
  const { t } = useLingui()
  const names = [t`1. The hall`, t`2. Its steward`, t`3. Its people`]
  return (
    <ol className={styles['steps']} aria-label={t`Steps`}>
      {names.map((name, index) => (
        <li key={name} {...(index + 1 === step ? { 'aria-current': 'step' as const } : {})}>
          {name}
        </li>
      ))}
    </ol>
  )
}

export function Page() {
  const { t } = useLingui()
  const token = useToken()
  const { mutate, isSuccess, error } = useCall(checkOpening)
  useEffect(() => mutate({ body: { token } }), [mutate, token])
  return (
    <main id="main" className={`page ${styles['narrow']}`}>
      <title>{t`Open the hall`}</title>
      {isSuccess && <Wizard token={token} />}
      {error && (
        <div className="stack">
          <h1>
            <Trans>This link opens nothing</Trans>
          </h1>
          <ProblemLine cause={error} />
          <p>
            <Link to="/" className="btn">
              <Trans>Go to the hall</Trans>
            </Link>
          </p>
        </div>
      )}
      {!isSuccess && !error && <Waiting />}
    </main>
  )
}

function Wizard({ token }: { token: string }) {
  const [named, setNamed] = useState<Named>({ name: '', zone: OWN_ZONE })
  const [coop, setCoop] = useState<CoopId | null>(null)
  const [step, setStep] = useState(1)
  return (
    <div className="stack">
      <Steps step={step} />
      {step === 1 && (
        <NameStep
          named={named}
          onNamed={(to) => {
            setNamed(to)
            setStep(2)
          }}
        />
      )}
      {step === 2 && (
        <StewardStep
          token={token}
          named={named}
          onBack={() => setStep(1)}
          onOpen={(id) => {
            history.replaceState(history.state, '', location.pathname)
            setCoop(id)
            setStep(3)
          }}
        />
      )}
      {step === 3 && coop && <PeopleStep coop={coop} name={named.name} />}
    </div>
  )
}
