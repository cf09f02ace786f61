/** The key of a sealed gathering: to hand on, by link or by voice, and to type another. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import { turnKey } from './inCall.ts'
import { FEWEST, linkWith, plainKey, spokenKey, useKey } from './sealKey.ts'

export function KeySheet({ gathering, onClose }: { gathering: string; onClose: () => void }) {
  const { t } = useLingui()
  const { say } = useInRoom()
  const key = useKey(gathering)
  const [typed, setTyped] = useState('')
  const [short, setShort] = useState(false)
  const link = linkWith(gathering, key)
  const copy = () =>
    void navigator.clipboard?.writeText(link).then(
      () => say(t`Copied.`),
      () => {},
    )
  return (
    <Sheet
      title={t`The key`}
      {...(typed ? { act: t`Use this key` } : {})}
      onAct={() => {
        if (plainKey(typed).length < FEWEST) return setShort(true)
        turnKey(gathering, plainKey(typed))
        onClose()
      }}
      onClose={onClose}
    >
      <div className="device-fields">
        <p>
          <Trans>
            Whoever has it hears and sees this gathering. Give it only to those who belong here, not
            by the chat of the hall: that is not sealed.
          </Trans>
        </p>
        <p className="seal-key num">{spokenKey(key)}</p>
        <Field label={t`Link into the room, with the key`} value={link} isReadOnly />
        <p>
          <Button small onPress={copy}>
            <Copy size={16} aria-hidden="true" />
            <Trans>Copy the link</Trans>
          </Button>
        </p>
        <Field
          label={t`Another key`}
          hint={t`Type the one that the others use, with gaps or without.`}
          mistake={short ? t`A key has at least ${FEWEST} letters or figures.` : undefined}
          value={typed}
          onChange={(value) => {
            setShort(false)
            setTyped(value)
          }}
          autoComplete="off"
          spellCheck="false"
          maxLength={200}
        />
      </div>
    </Sheet>
  )
}
