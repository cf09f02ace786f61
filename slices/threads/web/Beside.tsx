/** Beside a thread: following it, its mail, what was marked, what may come of it, keeping it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Bell, BellOff, FileText, ListChecks } from 'lucide-react'
import { addressOf } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { chooseForThread, exportThread } from '../api/reading.ts'
import { MAILS, type How } from '../rules/notices.ts'
import { Keeping } from './Keeping.tsx'
import { type Thread, TOUCHES } from './useThread.ts'
import { useMailWords } from './words.tsx'
import styles from './threads.module.css'

const ICON = { size: 16, 'aria-hidden': true } as const

function Following({ thread }: { thread: Thread }) {
  const { t } = useLingui()
  const words = useMailWords()
  const choose = useCall(chooseForThread, { touches: TOUCHES })
  const { how, mail, circleMail } = thread.mine
  const params = { thread: thread.id }
  const set = (next: How | null) => choose.mutate({ params, body: { how: next, mail } })
  const usual = words[circleMail ?? (how === 'follow' ? 'daily' : 'none')]
  return (
    <section className="place stack" aria-labelledby="following-h">
      <h2 id="following-h">
        <Trans>Following</Trans>
      </h2>
      <p className="acts">
        <Button
          small
          aria-pressed={how === 'follow'}
          onPress={() => set(how === 'follow' ? null : 'follow')}
        >
          <Bell {...ICON} />
          <Trans>Follow</Trans>
        </Button>
        <Button
          small
          aria-pressed={how === 'mute'}
          onPress={() => set(how === 'mute' ? null : 'mute')}
        >
          <BellOff {...ICON} />
          <Trans>Mute</Trans>
        </Button>
      </p>
      {how === 'mute' ? (
        <p className="hint">
          <Trans>Nothing of it reaches you, not even when you are named.</Trans>
        </p>
      ) : (
        <Select
          label={t`Mail about it`}
          value={mail ?? ''}
          onChange={(next) =>
            choose.mutate({
              params,
              body: { how, mail: MAILS.find((one) => one === next) ?? null },
            })
          }
          choices={[
            { value: '', label: t`As in the circle: ${usual}` },
            ...MAILS.map((one) => ({ value: one, label: words[one] })),
          ]}
          hint={t`Who is named hears of it at once, unless they wish no mail.`}
        />
      )}
      <ProblemLine cause={choose.error} />
    </section>
  )
}

function Marked({ marked }: Pick<Thread, 'marked'>) {
  if (marked.length === 0) return null
  return (
    <section className="place" aria-labelledby="marked-h">
      <h2 id="marked-h">
        <Trans>Decisions and summaries</Trans>
      </h2>
      <ul className="rows">
        {marked.map(({ comment, as, words }) => (
          <li key={comment}>
            <a className={styles['marked']} href={`#${comment}`}>
              <span className={`tag ${as === 'decision' ? 'green' : 'sky'}`}>
                {as === 'decision' ? <Trans>Decision</Trans> : <Trans>Summary</Trans>}
              </span>{' '}
              <bdi>{words}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Onward({ thread }: { thread: Thread }) {
  const { id, circle } = thread
  const file = (format: 'md' | 'json') => addressOf(exportThread, { thread: id, format })
  return (
    <section className="place stack" aria-labelledby="onward-h">
      <h2 id="onward-h">
        <Trans>Take it further</Trans>
      </h2>
      <p className="acts">
        <a className="btn small" href={`/circles/${circle.id}/decisions/new?thread=${id}`}>
          <FileText {...ICON} />
          <Trans>Make a proposal of it</Trans>
        </a>
        <a className="btn small" href={`/circles/${circle.id}/polls/new?thread=${id}`}>
          <ListChecks {...ICON} />
          <Trans>Ask a poll</Trans>
        </a>
      </p>
      <p className="hint">
        <Trans>
          The whole as <a href={file('md')}>Markdown</a> or <a href={file('json')}>JSON</a>.
        </Trans>
      </p>
    </section>
  )
}

export function Beside({ thread, onSplit }: { thread: Thread; onSplit: () => void }) {
  return (
    <div className="column">
      <Marked marked={thread.marked} />
      <Following thread={thread} />
      <Onward thread={thread} />
      {(thread.may.keep || thread.may.rename) && <Keeping thread={thread} onSplit={onSplit} />}
    </div>
  )
}
