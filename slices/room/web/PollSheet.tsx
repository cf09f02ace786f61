/** Opening a quick poll. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { openAPoll } from '../api.ts'
import { type PollKind, POLL_KINDS } from '../rules/state.ts'
import { useFloats } from './Floats.tsx'
import { useActs } from './useRoom.ts'

function isKind(text: string): text is PollKind {
  return POLL_KINDS.some((kind) => kind === text)
}

export function PollSheet() {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const [question, setQuestion] = useState('')
  const [kind, setKind] = useState<PollKind>('yes-no')
  const [options, setOptions] = useState('')
  const [anonymous, setAnonymous] = useState(false)
  const [results, setResults] = useState<'live' | 'close'>('live')
  const names: Record<PollKind, string> = {
    'yes-no': t`Yes, no, abstain`,
    one: t`One of several options`,
    several: t`Several of the options`,
    scale: t`A scale from 0 to 5`,
    words: t`Open words`,
  }
  const choosing = kind === 'one' || kind === 'several'
  async function ask() {
    const lines = options.split('\n').flatMap((line) => line.trim() || [])
    const body = { question, kind, options: choosing ? lines : [], anonymous, results }
    if (await act(openAPoll, { body })) close()
  }
  return (
    <Sheet
      title={t`Open a poll`}
      act={t`Open it`}
      onAct={() => void ask()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <Field label={t`Question`} value={question} onChange={setQuestion} autoFocus isRequired />
      <label className="field">
        <span className="label">
          <Trans>Answers</Trans>
        </span>
        <select
          className="input"
          value={kind}
          onChange={({ target }) => isKind(target.value) && setKind(target.value)}
        >
          {POLL_KINDS.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
      </label>
      {choosing && (
        <Field
          label={t`Options, one a line`}
          value={options}
          onChange={setOptions}
          lines={4}
          isRequired
        />
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={anonymous}
          onChange={({ target }) => setAnonymous(target.checked)}
        />
        <span>
          <Trans>Anonymous: nobody can tell who answered what, and answers can’t be changed</Trans>
        </span>
      </label>
      {!anonymous && (
        <label className="check">
          <input
            type="checkbox"
            checked={results === 'close'}
            onChange={({ target }) => setResults(target.checked ? 'close' : 'live')}
          />
          <span>
            <Trans>Show the results at the close only</Trans>
          </span>
        </label>
      )}
    </Sheet>
  )
}
