/** All that is said about a note: what is open in the order of the text, what is resolved folded. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { Composer } from './Composer.tsx'
import { type TalkProps, TalkView } from './TalkView.tsx'
import { linkedComment, type Talking } from './talking.ts'
import { useTalks } from './useTalks.ts'
import styles from './comments.module.css'

type Props = {
  talking: Talking
  me: string | null
  look: (id: string) => void
  /** What stands around them says already what they are. */
  isNamed?: boolean
}

export function Talks({ talking, me, look, isNamed = false }: Props) {
  const { t } = useLingui()
  const { talks, draft, more, active, setActive, show } = talking
  const list = useRef<HTMLElement>(null)
  const [wanted, setWanted] = useState<string | null>(linkedComment)
  const head = () => list.current?.querySelector<HTMLElement>('h2')?.focus()
  const found = useCallback(() => setWanted(null), [])
  const shared = { talking, me, look, wanted, found, left: head }
  useEffect(() => {
    if (active)
      list.current?.querySelector(`#comment-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [list, active])
  useEffect(() => {
    const place = list.current
    const come = ({ target }: FocusEvent): void => {
      const id = target instanceof Element ? target.closest('article')?.id : undefined
      if (id) setActive(id.slice('comment-'.length))
      // Who has come here stays, also when nothing is open any more.
      show(true)
    }
    place?.addEventListener('focusin', come)
    return () => place?.removeEventListener('focusin', come)
  }, [list, setActive, show])
  return (
    <section ref={list} className={styles['talks']} aria-label={t`Comments`}>
      <h2 tabIndex={-1} className={isNamed ? 'sr' : undefined}>
        <Trans>Comments</Trans>
      </h2>
      {draft && <Composer {...{ talking, draft }} said={setWanted} />}
      {talks.length === 0 && !draft && (
        <p className="empty">
          {talking.resolved > 0 ? (
            <Trans>Nothing is open. Choose words in the note, then press “Comment”.</Trans>
          ) : (
            <Trans>Nobody said anything yet. Choose words in the note, then press “Comment”.</Trans>
          )}
        </p>
      )}
      {talks.map((talk) => (
        <TalkView key={talk.id} talk={talk} {...shared} />
      ))}
      {more && (
        <Button small onPress={more}>
          <Trans>More comments</Trans>
        </Button>
      )}
      <Resolved {...shared} />
    </section>
  )
}

/** What is resolved, read when somebody unfolds it, or a link may lead to it. */
function Resolved(shared: Omit<TalkProps, 'talk'>) {
  const { talking, wanted } = shared
  const [isOpen, setOpen] = useState(wanted !== null)
  const { talks, more, error } = useTalks(talking.note, 'resolved', isOpen)
  const { resolved } = talking
  if (resolved === 0) return null
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Plural value={resolved} one="Resolved (#)" other="Resolved (#)" />
      </summary>
      <ProblemLine cause={error} />
      {isOpen && !talks && !error && <Waiting />}
      {talks?.map((talk) => (
        <TalkView key={talk.id} talk={talk} {...shared} />
      ))}
      {more && (
        <Button small onPress={more}>
          <Trans>More comments</Trans>
        </Button>
      )}
    </details>
  )
}
