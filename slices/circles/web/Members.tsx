/** Who belongs to the circle, in the order of their coming, names whole. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Face } from '#web/kit/Face.tsx'
import { Empty } from '#web/kit/Said.tsx'
import { dayIn } from '#web/kit/When.tsx'
import type { CircleShown } from './CirclePage.tsx'
import { Duties } from './Duties.tsx'
import { RoleWord } from './RoleWord.tsx'
import styles from './circles.module.css'

export function Members({ circle }: { circle: CircleShown }) {
  const { i18n } = useLingui()
  const { members, may } = circle
  return (
    <section className="place" aria-labelledby="members-h">
      <h2 id="members-h">
        <Trans>Members</Trans> {members && <span className="tally num">{members.length}</span>}
      </h2>
      {members === null && (
        <Empty>
          <Trans>Who belongs here, members of the co-op see.</Trans>
        </Empty>
      )}
      {members?.length === 0 && (
        <Empty>
          <Trans>Nobody yet. A steward invites the first members.</Trans>
        </Empty>
      )}
      <ul className="rows">
        {members?.map((member) => (
          <li key={member.person}>
            <div className={styles['member']}>
              <Face id={member.person} name={member.name} />
              <div>
                <bdi className="what">{member.name}</bdi>
                <p className="hint">
                  <Trans>since {dayIn(member.from, undefined, i18n.locale)}</Trans>
                </p>
              </div>
            </div>
            {may.steward ? (
              <Duties circle={circle} member={member} />
            ) : (
              <span className={styles['duties']}>
                {member.roles.map((role) => (
                  <span key={role} className="tag">
                    <RoleWord role={role} />
                  </span>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
