/** What the hall says about one field, beside it. */
import styles from '../constitutions.module.css'
import { idAt, useForm } from './FormContext.ts'

export function FieldSaid({ path }: { path: readonly string[] }) {
  const { section, saidAt } = useForm()
  const said = saidAt(path.join('.'))
  if (said.length === 0) return null
  return (
    <div id={`${idAt(section, path)}-said`}>
      {said.map(({ severity, sentence }) => (
        <p key={sentence} className={severity === 'error' ? 'problem' : styles['warned']}>
          {sentence}
        </p>
      ))}
    </div>
  )
}

/** The attributes of a control at a path: its id, and what describes it. */
export function useControl(path: readonly string[], hint: boolean) {
  const { section, saidAt } = useForm()
  const id = idAt(section, path)
  const said = saidAt(path.join('.'))
  const by = [hint ? `${id}-hint` : '', said.length > 0 ? `${id}-said` : ''].filter(Boolean)
  return {
    id,
    'aria-describedby': by.length > 0 ? by.join(' ') : undefined,
    'aria-invalid': said.some(({ severity }) => severity === 'error') || undefined,
  }
}
