/** The key of a sealed gathering, on the way in: from the link, typed, or made here. */
import { Trans, useLingui } from '@lingui/react/macro'
import { KeyRound } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useFacilitates } from '#slices/room/web/useRoom.ts'
import { FEWEST, makeKey, spokenKey } from './sealKey.ts'

type Props = { value: string; isShort: boolean; onChange: (typed: string) => void }

export function SealField({ value, isShort, onChange }: Props) {
  const { t } = useLingui()
  const facilitates = useFacilitates()
  return (
    <div className="device-fields">
      <p>
        <Trans>
          Sound and picture are sealed: only browsers with the key open them, and the hall has none.
          Not sealed: chat, notes, slides, polls, minutes, and who is here and speaks when.
        </Trans>
      </p>
      <Field
        label={t`The key`}
        hint={t`It is in the link you were given, or somebody tells it to you. It stays in this window and is sent to nobody.`}
        mistake={isShort ? t`A key has at least ${FEWEST} letters or figures.` : undefined}
        value={value}
        onChange={onChange}
        autoComplete="off"
        spellCheck="false"
        maxLength={200}
      />
      {facilitates && value === '' && (
        <p>
          <Button small onPress={() => onChange(spokenKey(makeKey()))}>
            <KeyRound size={16} aria-hidden="true" />
            <Trans>Make a key</Trans>
          </Button>
        </p>
      )}
    </div>
  )
}

/** For a browser that has not what sealing needs. */
export function CannotSeal({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Sheet title={t`Join with sound`} onClose={onClose}>
      <p role="alert">
        <Trans>
          This browser cannot open sealed sound. A newer Firefox, Chrome, Edge or Safari can, at an
          address with https. Until then you are here in text.
        </Trans>
      </p>
    </Sheet>
  )
}
