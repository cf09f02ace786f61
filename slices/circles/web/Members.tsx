/** Who is inside: by name, fifty at a time, found by a part of a name, in one class or in all. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { Button } from '#web/kit/Button.tsx'
import { Face } from '#web/kit/Face.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Empty, ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { dayIn } from '#web/kit/When.tsx'
import { listMembers } from '../api/members.ts'
import type { CircleShown } from './CirclePage.tsx'
import { Duties } from './Duties.tsx'
import { RoleWord } from './RoleWord.tsx'
import styles from './circles.module.css'

type Found = Output<typeof listMembers>
type Member = Found['members'][number]

export function Members({ circle }: { circle: CircleShown }) {
  return (
    <section className="place stack" aria-labelledby="members-h">
      {circle.members === null ? (
        <>
          <h2 id="members-h">
            <Trans>Members</Trans>
          </h2>
          <Empty>
            <Trans>Who belongs here, members of the co-op see.</Trans>
          </Empty>
        </>
      ) : (
        <Listed circle={circle} />
      )}
    </section>
  )
}

function Listed({ circle }: { circle: CircleShown }) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [named, setNamed] = useState('')
  const [on, setOn] = useState('')
  const [pages, setPages] = useState<string[]>([''])
  const query = {
    ...(words ? { words } : {}),
    ...(named ? { class: named } : {}),
    ...(on ? { on } : {}),
  }
  const first = useRead(listMembers, { params: { circle: circle.id }, query })
  const classes = first.data?.classes ?? []
  const total = classes.reduce((sum, one) => sum + one.persons + one.circles, 0)
  const seek = (change: () => void) => {
    setPages([''])
    change()
  }
  return (
    <>
      <h2 id="members-h">
        <Trans>Members</Trans> {first.data && <span className="tally num">{total}</span>}
      </h2>
      <search className={styles['seek']}>
        {total > 10 && (
          <Field
            label={t`Find by name`}
            value={words}
            onChange={(to) => seek(() => setWords(to))}
          />
        )}
        {total > 10 && classes.length > 1 && (
          <Select
            label={t`Class`}
            value={named}
            onChange={(to) => seek(() => setNamed(to))}
            choices={[
              { value: '', label: t`All classes` },
              ...classes.map((one) => ({ value: one.class, label: one.name })),
            ]}
          />
        )}
        <Field
          label={t`Who was inside on`}
          type="date"
          value={on}
          onChange={(to) => seek(() => setOn(to))}
        />
      </search>
      {on && (
        <p className="hint" role="status">
          <Trans>As it stood when that day ended.</Trans>
        </p>
      )}
      <ProblemLine cause={first.error} />
      {first.data?.members.length === 0 && (
        <Empty>
          {on ? (
            <Trans>Nobody was inside on that day.</Trans>
          ) : words || named ? (
            <Trans>Nobody is found by this.</Trans>
          ) : (
            <Trans>Nobody yet. A steward invites the first members.</Trans>
          )}
        </Empty>
      )}
      {pages.map((after, at) => (
        <Fifty
          key={`${words} ${named} ${on} ${after}`}
          circle={circle}
          query={after ? { ...query, after } : query}
          onMore={at === pages.length - 1 ? (next) => setPages([...pages, next]) : null}
        />
      ))}
    </>
  )
}

type PageProps = {
  circle: CircleShown
  query: { words?: string; class?: string; on?: string; after?: string }
  onMore: ((next: string) => void) | null
}

function Fifty({ circle, query, onMore }: PageProps) {
  const { data, error } = useRead(listMembers, { params: { circle: circle.id }, query })
  const next = data?.next
  const classes = new Map(data?.classes.map((one) => [one.class, one.name]))
  return (
    <>
      <ProblemLine cause={query.after ? error : null} />
      <ul className="rows">
        {data?.members.map((member) => (
          <Row
            key={member.member}
            circle={circle}
            member={member}
            classes={classes}
            past={query.on !== undefined}
          />
        ))}
      </ul>
      {onMore && next && (
        <div className="acts">
          <Button onPress={() => onMore(next)}>
            <Trans>Show more</Trans>
          </Button>
        </div>
      )}
    </>
  )
}

type RowProps = {
  circle: CircleShown
  member: Member
  classes: ReadonlyMap<string, string>
  /** On a day that is past: what they hold and rest now is not shown. */
  past: boolean
}

function Row({ circle, member, classes, past }: RowProps) {
  const { i18n } = useLingui()
  const { may } = circle
  const person = PersonId.safeParse(member.member)
  return (
    <li>
      <div className={styles['member']}>
        <Face id={member.member} name={member.name} />
        <div>
          <bdi className="what">{member.name}</bdi>
          {member.kind === 'circle' && (
            <>
              {' '}
              <span className="tag">
                <Trans>co-op</Trans>
              </span>
            </>
          )}
          <p className="hint">
            {member.class !== 'member' && <>{classes.get(member.class) ?? member.class} · </>}
            <Trans>since {dayIn(member.from, undefined, i18n.locale)}</Trans>
            {!past && member.paused && (
              <>
                {' · '}
                <Trans>rests until {dayIn(member.paused, undefined, i18n.locale)}</Trans>
              </>
            )}
          </p>
          {member.speaksFor.map((body) => (
            <p key={body.id} className="hint">
              <Trans>
                speaks for <bdi>{body.name}</bdi>, too
              </Trans>
            </p>
          ))}
        </div>
      </div>
      {past ? null : may.steward && person.success ? (
        <Duties circle={circle} member={{ ...member, person: person.data }} />
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
  )
}
