/** What the hall says of rules before they are adopted. */
import { Trans } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import type { previewDraft } from '../api.ts'
import styles from './constitutions.module.css'

type Preview = Output<typeof previewDraft>
type Props = {
  findings: Preview['findings']
  sections: readonly { name: string; number: number; title: string }[]
}

export function Findings({ findings, sections }: Props) {
  return (
    <section className={`well ${styles['findings']}`} aria-labelledby="findings-h">
      <h2 id="findings-h" className="label">
        <Trans>Read through by the hall</Trans>
      </h2>
      {findings.length === 0 ? (
        <p>
          <Trans>Nothing stands in its way.</Trans>
        </p>
      ) : (
        <FindingList findings={findings} sections={sections} />
      )}
    </section>
  )
}

/** `paths`: with where in the file each is, for who wrote one. */
export function FindingList({ findings, sections, paths = false }: Props & { paths?: boolean }) {
  const titleOf = (name: string) => sections.find((section) => section.name === name)?.title ?? name
  return (
    <ul className="stack">
      {findings.map(({ section, severity, path, sentence }) => (
        <li key={`${section} ${path} ${sentence}`}>
          <strong className={severity === 'error' ? 'problem' : styles['warned']}>
            {severity === 'error' ? <Trans>To mend</Trans> : <Trans>To think about</Trans>}
          </strong>{' '}
          <span className="hint">
            {titleOf(section)}
            {paths && path && (
              <>
                {' · '}
                <code>{`${section}.${path}`}</code>
              </>
            )}
          </span>
          <br />
          {sentence}
        </li>
      ))}
    </ul>
  )
}
