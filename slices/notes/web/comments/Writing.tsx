/** A place to write some lines: Ctrl+Enter does it, Escape goes back; the buttons say the same. */
import { Trans } from '@lingui/react/macro'
import type { TextFieldProps } from 'react-aria-components'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import styles from './comments.module.css'

type Props = {
  label: string
  act: string
  value: string
  onChange: (value: string) => void
  most: number
  isBusy: boolean
  /** It may be done with nothing written. */
  isFree?: boolean
  onAct: () => void
  onBack: () => void
}

export function Writing(props: Props) {
  const { label, act, value, onChange, most, isBusy, isFree = false, onAct, onBack } = props
  const isReady = !isBusy && (isFree || value.trim() !== '')
  const byKey: TextFieldProps['onKeyDown'] = (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && isReady) onAct()
    else if (event.key === 'Escape') onBack()
    else event.continuePropagation()
  }
  return (
    <div className={styles['writing']}>
      <Field
        label={label}
        value={value}
        onChange={onChange}
        lines={3}
        maxLength={most}
        onKeyDown={byKey}
        autoFocus
      />
      <div className={styles['acts']}>
        <Button small look="act" isDisabled={!isReady} onPress={onAct}>
          {act}
        </Button>
        <Button small look="quiet" onPress={onBack}>
          <Trans>Go back</Trans>
        </Button>
      </div>
    </div>
  )
}
