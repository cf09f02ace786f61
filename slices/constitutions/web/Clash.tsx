/** Two stewards changed one section: theirs and mine, and one of them is kept. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import type { Conflict } from './useDraft.ts'
import styles from './constitutions.module.css'

type Props = { conflict: Conflict; onSettle: (mine: boolean) => void }

export function Clash({ conflict, onSettle }: Props) {
  const { t } = useLingui()
  return (
    <Sheet
      title={t`Two of you at once`}
      act={t`Keep mine`}
      onAct={() => onSettle(true)}
      onClose={() => onSettle(true)}
    >
      <div className="stack">
        <p>{conflict.sentence}</p>
        <p className="label">
          <Trans>Theirs</Trans>
        </p>
        <pre className={styles['theirs']}>{JSON.stringify(conflict.theirs, null, 2)}</pre>
        <div>
          <Button onPress={() => onSettle(false)}>
            <Trans>Take theirs</Trans>
          </Button>
        </div>
      </div>
    </Sheet>
  )
}
