/** A paper on this device: its tracker, kept as text for another device, brought from one, forgotten. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { readPaper, shortOf, spelled, writePaper } from '../../rules/secret/paper.ts'
import type { Decision } from '../useDecision.ts'
import type { Paper, PublicKey } from './usePaper.ts'
import styles from './secret.module.css'

/** The text by which another device can cast with the same paper. */
function useText({ decision, paper: { paper } }: Props): string {
  const { t } = useLingui()
  if (!paper?.signature) return ''
  const { group, tracker, signature } = paper
  return [
    decision.text.title,
    `${location.origin}/decisions/${decision.decision}`,
    t`Tracker: ${spelled(tracker)}`,
    t`Whoever has this text can vote with this paper until the close.`,
    writePaper(decision.decision, { group, tracker, signature }),
    '',
  ].join('\n')
}

type Props = { decision: Decision; paper: Paper }

export function PaperKept({ decision, paper }: Props) {
  const { t } = useLingui()
  const [sheet, setSheet] = useState<'text' | 'forget' | null>(null)
  const text = useText({ decision, paper })
  const tracker = paper.paper?.tracker ?? ''
  return (
    <div className="well">
      <p>
        <Trans>
          You have your paper. Its tracker begins with{' '}
          <b className={styles['tracker']}>{shortOf(tracker)}</b>: write that down, and find your
          ballot among all others after the close.
        </Trans>
      </p>
      <p className={styles['whole']}>{spelled(tracker)}</p>
      <p className="hint">
        <Trans>
          The paper is kept in this browser on this device, and nowhere else: not in your account,
          and not by the hall.
        </Trans>
      </p>
      <p className="acts">
        <Button small onPress={() => setSheet('text')}>
          <Trans>Save it as text</Trans>
        </Button>
        <Button small look="quiet" onPress={() => setSheet('forget')}>
          <Trans>Forget it on this device</Trans>
        </Button>
      </p>
      {sheet === 'text' && (
        <Sheet title={t`Your paper as text`} onClose={() => setSheet(null)}>
          <p>
            <Trans>
              With this text you change your ballot from another device. Keep it to yourself:
              whoever has it can vote with it until the close.
            </Trans>
          </p>
          <Field label={t`The text`} lines={7} value={text} isReadOnly />
          <p className="acts">
            <a
              className="btn"
              href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
              download={`paper-${shortOf(tracker)}.txt`}
            >
              <Trans>Save as a file</Trans>
            </a>
          </p>
        </Sheet>
      )}
      {sheet === 'forget' && (
        <Sheet
          title={t`Forget the paper on this device`}
          act={t`Forget it`}
          onClose={() => setSheet(null)}
          onAct={() => paper.forget()}
        >
          <p>
            <Trans>
              What you put into the urn stays in it and counts. Without the text of the paper it
              can’t be changed any more, from nowhere: there is one paper for each vote.
            </Trans>
          </p>
        </Sheet>
      )}
    </div>
  )
}

export function BringPaper({ paper, keys }: { paper: Paper; keys: readonly PublicKey[] }) {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  async function bring() {
    const token = readPaper(text)
    setWrong(!token || !(await paper.bring(token, keys)))
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void bring()
      }}
    >
      <Field
        label={t`Your paper as text`}
        hint={t`As you saved it on the device that took it.`}
        lines={3}
        value={text}
        onChange={setText}
        mistake={
          wrong
            ? t`This is no paper of this decision. Paste the whole text, its last line too.`
            : undefined
        }
      />
      <p className="acts">
        <Button type="submit" isDisabled={text.trim() === ''}>
          <Trans>Use it here</Trans>
        </Button>
      </p>
    </form>
  )
}
