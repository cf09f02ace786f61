/** The way to add files: a button; what may be dropped or pasted is said beside it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Paperclip } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { sizeIn } from './sizes.ts'
import styles from './files.module.css'

/** From here on it is said how much room is left, in bytes. */
const SAID_BELOW = 100_000_000

type Props = {
  compact: boolean
  name: string
  left: number | null
  onAdd: (files: File[]) => void
}

export function AddFiles({ compact, name, left, onAdd }: Props) {
  const { t, i18n } = useLingui()
  const input = useRef<HTMLInputElement>(null)
  const room = left === null ? '' : sizeIn(left, i18n.locale)
  return (
    <div className={styles['add']}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onAdd([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <Button
        small
        look={compact ? 'quiet' : 'plain'}
        {...(compact ? { 'aria-label': t`Add files to ${name}` } : {})}
        onPress={() => input.current?.click()}
      >
        <Paperclip aria-hidden />
        {!compact && <Trans>Add files…</Trans>}
      </Button>
      {!compact && (
        <p className="hint">
          <Trans>Or drop them here. At most 25 MB each.</Trans>
          {left !== null && left < SAID_BELOW && (
            <>
              {' '}
              <Trans>{room} are left.</Trans>
            </>
          )}
        </p>
      )}
    </div>
  )
}
