/** Making a link to a note; its address is shown once. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { listLinks, makeNoteLink } from '../../api/sharing.ts'
import { GIVES } from '../../rules/links.ts'
import styles from './life.module.css'

const DAYS = ['1', '7', '30', '366'] as const

export function useGives(): Record<(typeof GIVES)[number], string> {
  const { t } = useLingui()
  return { read: t`Read`, comment: t`Comment`, write: t`Write` }
}

export function NewLink({ note }: { note: `not_${string}` }) {
  const { t } = useLingui()
  const gives = useGives()
  const [what, setWhat] = useState<(typeof GIVES)[number]>('read')
  const [days, setDays] = useState('30')
  const [copied, setCopied] = useState(false)
  const make = useCall(makeNoteLink, { touches: [listLinks] })
  const lasts: Record<(typeof DAYS)[number], string> = {
    1: t`A day`,
    7: t`A week`,
    30: t`A month`,
    366: t`A year`,
  }
  const address = make.data?.address
  return (
    <div className={styles['make']}>
      <Select
        label={t`Who has the link can`}
        value={what}
        onChange={(value) => setWhat(GIVES.find((one) => one === value) ?? 'read')}
        choices={GIVES.map((value) => ({ value, label: gives[value] }))}
      />
      <Select
        label={t`It lasts`}
        value={days}
        onChange={setDays}
        choices={DAYS.map((value) => ({ value, label: lasts[value] }))}
      />
      <Button
        isDisabled={make.isPending}
        onPress={() => make.mutate({ params: { note }, body: { gives: what, days: Number(days) } })}
      >
        <Trans>Make a link</Trans>
      </Button>
      {address && (
        <div className={styles['made']}>
          <label className="field">
            <span className="label">
              <Trans>The link; it is shown only now</Trans>
            </span>
            <input
              className="input"
              readOnly
              value={address}
              onFocus={(event) => event.target.select()}
            />
          </label>
          <Button
            small
            onPress={() =>
              void navigator.clipboard?.writeText(address).then(
                () => setCopied(true),
                () => setCopied(false),
              )
            }
          >
            {copied ? t`Copied` : t`Copy`}
          </Button>
        </div>
      )}
      <ProblemLine cause={make.error} />
    </div>
  )
}
