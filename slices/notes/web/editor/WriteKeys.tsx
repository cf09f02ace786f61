/** The keys of the editor, and the marks that it understands while one types. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Sheet } from '#web/kit/Sheet.tsx'
import styles from '../note.module.css'

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
const MOD = isMac ? '⌘' : 'Ctrl'
const ALT = isMac ? '⌥' : 'Alt'

function useKeyWords(): [keys: string, does: string][] {
  const { t } = useLingui()
  return [
    [`${ALT} F10`, t`To the tools; arrows move there, Escape comes back`],
    ['Esc', t`Leave the text, so that Tab goes on through the page`],
    [`${MOD} B, ${MOD} I`, t`Bold, italic`],
    [`${MOD} ${ALT} 1, 2, 3`, t`A heading`],
    [`${MOD} K`, t`A link`],
    [`${MOD} ${ALT} T`, t`Who does this task, until when`],
    [`${MOD} ${ALT} N`, t`Bring it back next time`],
    [`${MOD} ${ALT} M`, t`Comment on what is chosen, or on the line`],
    [`${MOD} Z`, t`Take back what you did; with Shift, do it again`],
    ['@', t`Mention somebody`],
    ['Tab', t`In lists: one step in; in tables: the next cell`],
  ]
}

function useMarkWords(): [types: string, makes: string][] {
  const { t } = useLingui()
  return [
    ['# ', t`A heading; ## and ### for smaller ones`],
    ['- ', t`A list; 1. for one with numbers`],
    ['[] ', t`A task`],
    ['> ', t`A quote`],
    ['```', t`Code`],
    ['---', t`A line across`],
    ['**…**, *…*', t`Bold, italic`],
  ]
}

export function WriteKeys({ close }: { close: () => void }) {
  const { t } = useLingui()
  const keys = useKeyWords()
  const marks = useMarkWords()
  return (
    <Sheet title={t`Keys for writing`} onClose={close}>
      <KeyList words={keys} />
      <h3>
        <Trans>As you type, at the beginning of a line</Trans>
      </h3>
      <KeyList words={marks} />
    </Sheet>
  )
}

function KeyList({ words }: { words: [string, string][] }) {
  return (
    <dl className={styles['keys']}>
      {words.map(([key, does]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
