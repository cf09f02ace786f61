/** The stewards say to which account members pay. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { setAccount } from '../api.ts'
import { type Circle, TOUCHES } from './useStanding.ts'

type Props = { circle: Circle; account: { name: string; iban: string } | null }

export function AccountForm({ circle, account }: Props) {
  const { t } = useLingui()
  const [name, setName] = useState(account?.name ?? '')
  const [iban, setIban] = useState(account?.iban ?? '')
  const save = useCall(setAccount, { touches: TOUCHES })
  return (
    <section className="place" aria-labelledby="account-h">
      <h2 id="account-h">
        <Trans>The account of this circle</Trans>
      </h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ params: { circle }, body: { name, iban } })
        }}
      >
        <Field label={t`In the name of`} value={name} onChange={setName} isRequired />
        <Field label={t`IBAN`} value={iban} onChange={setIban} isRequired />
        <ProblemLine cause={save.error} />
        <div className="acts">
          <Button type="submit" isDisabled={save.isPending}>
            <Trans>Keep this account</Trans>
          </Button>
        </div>
      </form>
    </section>
  )
}
