/** What a secret ballot promises and what it does not, in the words of members. */
import { Trans } from '@lingui/react/macro'
import styles from './secret.module.css'

export function Promised() {
  return (
    <details>
      <summary>
        <Trans>What is promised, and what is not</Trans>
      </summary>
      <ul className={styles['promised']}>
        <li>
          <Trans>
            Everybody here sees who took a paper, with their name. Nobody sees what is on it, also
            not whoever keeps the database: the hall signs your paper without seeing it, and your
            ballot arrives without your name.
          </Trans>
        </li>
        <li>
          <Trans>
            You may change your ballot until the close. Then all ballots are published, and you find
            yours by its tracker. Anybody can count them, and check that there are not more of them
            than papers.
          </Trans>
        </li>
        <li>
          <Trans>
            Not promised: that nobody looks over your shoulder or into your device; that you can’t
            be pressed to show your paper before the close; that a dishonest keeper of the hall
            can’t watch who votes at which moment. It helps to take the paper at one time and cast
            it at another.
          </Trans>
        </li>
        <li>
          <Trans>
            Not promised either: secrecy where nearly nobody votes or all vote alike, since then the
            result says it. Where much depends on it, vote on paper or with a service made for
            contested elections.
          </Trans>
        </li>
      </ul>
    </details>
  )
}
