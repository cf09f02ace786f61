/** One section of the form; it folds. */
import { useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import type { previewDraft, readForm } from '../api.ts'
import { FormContext } from './form/FormContext.ts'
import { Node } from './form/Node.tsx'
import { FieldSaid } from './form/Said.tsx'
import { FieldSchema, type Json } from './form/schema.ts'
import styles from './constitutions.module.css'

type Preview = Output<typeof previewDraft>
type Props = {
  section: Output<typeof readForm>['sections'][number]
  open: boolean
  value: Json | undefined
  findings: Preview['findings']
  named: Preview['named']
  onChange: (path: readonly string[], to: Json) => void
}

export function SectionForm({ section, open, value, findings, named, onChange }: Props) {
  const { t } = useLingui()
  const { name, number, title } = section
  const own = findings.filter((finding) => finding.section === name)
  const errors = own.filter(({ severity }) => severity === 'error').length
  const schema = FieldSchema.safeParse(section.schema)
  if (!schema.success) return null
  const words = {
    section: name,
    saidAt: (path: string) => own.filter((finding) => finding.path === path),
    thereIs: (kind: string) => named.filter((one) => one.kind === kind),
  }
  return (
    <details open={open} className={`place ${styles['fold']}`} id={`edit-${name}`}>
      <summary>
        <h2>
          <span className={styles['numeral']}>{number}</span> {title}
        </h2>
        {own.length > 0 && (
          <span className={`tag ${errors > 0 ? 'ember' : 'straw'}`}>
            {errors > 0 ? t`${errors} to mend` : t`${own.length} to think about`}
          </span>
        )}
      </summary>
      <FormContext value={words}>
        <div className={styles['fields']}>
          <FieldSaid path={[]} />
          <Node schema={schema.data} value={value} path={[]} onChange={onChange} />
        </div>
      </FormContext>
    </details>
  )
}
