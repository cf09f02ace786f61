/** The threads of a circle: what is unread, words to find, how one wishes mail. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { CircleId } from '#slices/circles/api.ts'
import { Pager } from '#slices/standing/web/Pager.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { chooseForCircle, listThreads } from '../api/beginning.ts'
import { MAILS } from '../rules/notices.ts'
import { Rows } from './Rows.tsx'
import { type Thread, TOUCHES } from './useThread.ts'
import { useMailWords } from './words.tsx'

type Circle = Thread['circle']['id']
const WHICH = ['all', 'unread', 'followed'] as const
type Which = (typeof WHICH)[number]

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <Threads circle={circle.data} /> : <Navigate to="/circles" />
}

function MailOf({ circle, mail }: { circle: Circle; mail: string | null }) {
  const { t } = useLingui()
  const words = useMailWords()
  const choose = useCall(chooseForCircle, { touches: TOUCHES })
  return (
    <section className="place stack" aria-labelledby="mail-h">
      <h2 id="mail-h">
        <Trans>Mail</Trans>
      </h2>
      <Select
        label={t`About all threads here`}
        value={mail ?? ''}
        onChange={(next) =>
          choose.mutate({
            params: { circle },
            body: { mail: MAILS.find((one) => one === next) ?? null },
          })
        }
        choices={[
          { value: '', label: t`A letter a day about those I follow` },
          ...MAILS.map((one) => ({ value: one, label: words[one] })),
        ]}
        hint={t`On its page you can choose otherwise for one thread, follow or mute it.`}
      />
      <ProblemLine cause={choose.error} />
    </section>
  )
}

function Choices({ which, onChange }: { which: Which; onChange: (which: Which) => void }) {
  const { t } = useLingui()
  const words: Record<Which, string> = { all: t`All`, unread: t`Unread`, followed: t`Followed` }
  return (
    <fieldset className="acts">
      <legend className="sr">
        <Trans>Which threads</Trans>
      </legend>
      {WHICH.map((one) => (
        <Button key={one} small aria-pressed={which === one} onPress={() => onChange(one)}>
          {words[one]}
        </Button>
      ))}
    </fieldset>
  )
}

function Threads({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [which, setWhich] = useState<Which>('all')
  const [pages, setPages] = useState<string[]>([])
  const before = pages.at(-1)
  const sought = useDeferredValue(words.trim())
  const query = { words: sought, which, ...(before ? { before } : {}) }
  const { data, error } = useRead(listThreads, { params: { circle }, query })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/threads` }} />
  const isEmpty = data?.threads.length === 0
  return (
    <main id="main" className="page">
      <title>{t`Threads`}</title>
      <header className="page-head">
        <p>
          <Link to="/circles/$circle" params={{ circle }}>
            <bdi>{data?.circle}</bdi>
          </Link>
        </p>
        <h1>
          <Trans>Threads</Trans>
        </h1>
        <p className="acts">
          <Link className="btn act" to="/circles/$circle/threads/new" params={{ circle }}>
            <Trans>Begin a thread</Trans>
          </Link>
        </p>
      </header>
      <div className="split">
        <section className="stack" aria-label={t`Threads`}>
          <Field
            label={t`Find`}
            type="search"
            value={words}
            onChange={(next) => {
              setWords(next)
              setPages([])
            }}
          />
          <Choices
            which={which}
            onChange={(next) => {
              setWhich(next)
              setPages([])
            }}
          />
          <ProblemLine cause={error} />
          {!data && !error && <Waiting />}
          {isEmpty && (
            <Empty>
              {sought || which !== 'all' ? (
                <Trans>Nothing like that here.</Trans>
              ) : (
                <Trans>
                  No conversation goes on here yet. Begin one, or let a note or a gathering go on in
                  a thread.
                </Trans>
              )}
            </Empty>
          )}
          <Rows threads={data?.threads ?? []} />
          <Pager pages={pages} next={data?.next} onTurn={setPages} />
        </section>
        {data && <MailOf circle={circle} mail={data.mail} />}
      </div>
    </main>
  )
}
