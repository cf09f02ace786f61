/** What was just taken away, and the way back. */
import { Trans } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import type { FileShown } from '../api.ts'
import styles from './files.module.css'

type Props = { file: FileShown | null; onBack: (file: FileShown) => void }

export function Removed({ file, onBack }: Props) {
  return (
    <div role="status" className={styles['removed']}>
      {file && (
        <>
          <p className="hint">
            <Trans>
              <bdi>{file.name}</bdi> was taken away.
            </Trans>
          </p>
          <Button small look="quiet" onPress={() => onBack(file)}>
            <Trans>Put it back</Trans>
          </Button>
        </>
      )}
    </div>
  )
}
