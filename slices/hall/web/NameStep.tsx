/** Step 1: the name of the hall and the zone of its clock. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { focusFirst } from '#slices/people/web/focusFirst.ts'
import { ZoneField } from '#slices/people/web/ZoneField.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import type { Named } from './OpeningPage.tsx'

export function NameStep({ named, onNamed }: { named: Named; onNamed(named: Named): void }) {
  const { t } = useLingui()
  const [name, setName] = useState(named.name)
  const [zone, setZone] = useState(named.zone)
  function go(event: FormEvent) {
    event.preventDefault()
    onNamed({ name: name.trim(), zone })
  }
  return (
    <form className="stack" onSubmit={go} ref={focusFirst}>
      <h1>
        <Trans>Open your hall</Trans>
      </h1>
      <p>
        <Trans>
          A hall is where a co-op meets and remembers. All of it can be changed later, and all of it
          can leave with you.
        </Trans>
      </p>
      <Field
        label={t`The name of the co-op`}
        hint={t`As it stands over the door, for example Quillmarsh Commons.`}
        value={name}
        onChange={setName}
        isRequired
      />
      <ZoneField
        label={t`The zone of the hall’s clock`}
        hint={t`Everybody sees times in their own; this one stands beside.`}
        zone={zone}
        onZone={setZone}
      />
      <div className="acts">
        <Button look="act" type="submit">
          <Trans>Go on</Trans>
        </Button>
      </div>
    </form>
  )
}
