/** Rules as a document: sections, and sentences with the numbers they are cited by. */
import { Trans } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import type { readConstitution } from '../api.ts'
import styles from './constitutions.module.css'

export type Sections = Output<typeof readConstitution>['sections']

export function Prose({ sections, level = 2 }: { sections: Sections; level?: 2 | 3 }) {
  const Title = level === 2 ? 'h2' : 'h3'
  return sections.map(({ name, number, title, whole, sentences }) => (
    <section
      key={name}
      className={styles['part']}
      aria-labelledby={`s${number}-h`}
      id={`s${number}`}
    >
      <Title id={`s${number}-h`} className={styles['part-head']}>
        <span className={styles['numeral']}>{number}</span> {title}
      </Title>
      {!whole && (
        <p className="hint">
          <Trans>Something is missing here yet, so there are no sentences.</Trans>
        </p>
      )}
      {whole && sentences.length === 0 && (
        <p className="hint">
          <Trans>Nothing is said about this.</Trans>
        </p>
      )}
      <ol className={styles['sentences']}>
        {sentences.map(({ key, number: cited, text, given }) => (
          <li key={key} id={`p${cited}`} className={styles['sentence']}>
            <a
              href={`#p${cited}`}
              className={`num ${styles['cited']}`}
              data-new={!given || undefined}
            >
              {cited}
            </a>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  ))
}
