/** A file on its way: how far it is; or why it stopped, and another try. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { ProblemError } from '#web/kit/problem.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import type { Upload, Uploads } from './useUploads.ts'
import styles from './files.module.css'

function Stopped({ cause }: { cause: unknown }) {
  if (cause instanceof ProblemError) return <ProblemLine cause={cause} />
  return (
    <p className="problem" role="alert">
      <Trans>The line broke. Nothing of it was kept; try again when you are back.</Trans>
    </p>
  )
}

export function UploadRow({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const { t } = useLingui()
  const { key, file, share, state, cause } = upload
  const { name } = file
  return (
    <li className={styles['going']}>
      <div className={styles['words']}>
        <bdi className="what">{name}</bdi>
        {state === 'stopped' && <Stopped cause={cause} />}
        {state === 'broken' && (
          <p className="hint" role="status">
            <Trans>The line broke. It is sent again by itself when the line is back.</Trans>
          </p>
        )}
        {(state === 'waiting' || state === 'going') && (
          <progress
            max={1}
            {...(share < 1 ? { value: share } : {})}
            aria-label={t`Adding ${name}`}
          />
        )}
      </div>
      <div className={styles['acts']}>
        {(state === 'stopped' || state === 'broken') && (
          <Button small onPress={() => uploads.again(upload)}>
            <Trans>Try again</Trans>
          </Button>
        )}
        <Button small look="quiet" onPress={() => uploads.stop(key)}>
          {state === 'stopped' ? <Trans>Leave it</Trans> : <Trans>Stop</Trans>}
        </Button>
      </div>
    </li>
  )
}
