/** Making a proposal: under which kind, what that means, and the text. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'
import { PersonId } from '#slices/people/api/shapes.ts'
import { readThread } from '#slices/threads/api/reading.ts'
import { ThreadId } from '#slices/threads/api/shapes.ts'
import { Button } from '#web/kit/Button.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Empty, ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { draftDecision, readBeginning, readKinds } from '../api/making.ts'
import { readDecision } from '../api/reading.ts'
import { DecisionId } from '../api/shapes.ts'
import { readSubject } from '../api/subjects.ts'
import { choosesOptions } from '../rules/kinds/kind.ts'
import { AboutForm, type Asked, type Subject } from './AboutForm.tsx'
import { type Draft, EMPTY, TextForm } from './TextForm.tsx'
import { type Circle, TOUCHES } from './useDecision.ts'
import styles from './decisions.module.css'

export function Page() {
  const circle = CircleId.safeParse(useParams({ strict: false }).circle)
  return circle.success ? <Proposing circle={circle.data} /> : <Navigate to="/circles" />
}

function Proposing({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const {
    again,
    thread: talked,
    about,
    ref,
    take,
    of: sort,
  }: Partial<Record<string, string>> = useSearch({
    strict: false,
  })
  const from = ThreadId.safeParse(talked)
  const thread = from.success ? from.data : null
  const talk = useRead(readThread, thread ? { params: { thread } } : {}, thread !== null)
  const before = DecisionId.safeParse(again)
  const follows = before.success ? before.data : null
  const asked = useRead(
    readDecision,
    follows ? { params: { decision: follows } } : {},
    follows !== null,
  )
  const { data, error } = useRead(readKinds, { params: { circle } })
  const lies = { circle, about: about ?? '', ref: ref ?? '' }
  const put = useRead(readSubject, { params: lies }, lies.about !== '')
  const made = { circle, about: sort ?? '', ref: ref ?? '' }
  const begun = useRead(readBeginning, { params: made }, made.about !== '')
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${circle}/decisions/new` }} />
  const found = (lies.about === '' || put.data) && (made.about === '' || begun.data)
  const ready =
    data &&
    found &&
    (follows === null || asked.data || asked.error) &&
    (thread === null || talk.data || talk.error)
  return (
    <main id="main" className="page">
      <title>{t`Make a proposal`}</title>
      <header className="page-head">
        <h1>{follows ? <Trans>Ask again</Trans> : <Trans>Make a proposal</Trans>}</h1>
      </header>
      <ProblemLine cause={error ?? put.error ?? begun.error} />
      {!ready && !error && !put.error && !begun.error && <Waiting />}
      {ready && data.kinds.length === 0 && (
        <Empty>
          <Trans>
            The rules of this circle name no kinds of decision yet, so nothing can be put to a vote.
            A steward can add them to the rules, in section 7.
          </Trans>
        </Empty>
      )}
      {ready && data.kinds.length > 0 && (
        <Form
          circle={circle}
          kinds={data.kinds}
          before={asked.data ?? null}
          talk={begun.data ?? (talk.data ? textOf(talk.data) : null)}
          lies={put.data ? { ...lies, subject: put.data } : null}
          takeUp={take === 'objections' && follows !== null}
        />
      )}
    </main>
  )
}

type Kinds = NonNullable<ReturnType<typeof useRead<typeof readKinds>>['data']>['kinds']
type Thread = Output<typeof readThread>
type Talk = Output<typeof readBeginning> | null
type Before = ReturnType<typeof useRead<typeof readDecision>>['data'] | null

/** What a proposal that is made of a thread begins with: its title, where it stands, the way back. */
function textOf({ id, title, standing }: Thread) {
  const address = `${window.location.origin}/threads/${id}`
  const question = [standing?.text, address].filter(Boolean).join('\n\n')
  return { title, question, thread: id }
}

type Lies = { about: string; ref: string; subject: Subject }
type Props = {
  circle: Circle
  kinds: Kinds
  before: Before
  talk: Talk
  lies: Lies | null
  /** The objections for which the one before did not pass go along. */
  takeUp: boolean
}

/** The text with which it begins: of the decision before, of what it is about, of a thread or a poll, or none. */
function beginning(before: Before, subject: Subject | null, talk: Talk): Draft {
  if (before) return before.text
  if (!subject) return { ...EMPTY, title: talk?.title ?? '', question: talk?.question ?? '' }
  const { title, question, seats } = subject
  const options = subject.options.map((one) => ({ ...one, note: '' }))
  return { title, question, options, seats }
}

type Sending = Omit<Props, 'circle' | 'kinds'> & {
  key: string
  draft: Draft
  chooses: boolean
  asked: Asked
}

/** What is sent. */
function sentOf({ key, draft, chooses, before, talk, lies, takeUp, asked }: Sending) {
  const { title, question, options, seats } = draft
  return {
    kind: key,
    title,
    question,
    follows: before?.decision ?? null,
    takeUp,
    thread: talk?.thread ?? null,
    subject: lies && {
      about: lies.about,
      ref: lies.ref,
      from: asked.from || null,
      person: PersonId.safeParse(asked.person).data ?? null,
    },
    ...(chooses ? { options, seats } : { options: [], seats: 1 }),
  }
}

function Form({ circle, kinds: all, before, talk, lies, takeUp }: Props) {
  const subject = lies?.subject ?? null
  const kinds = subject ? all.filter(({ kind }) => subject.kinds.includes(kind.key)) : all
  const { t } = useLingui()
  const navigate = useNavigate()
  const [key, setKey] = useState(
    before?.kind?.key ?? kinds.find(({ mayPropose }) => mayPropose)?.kind.key ?? '',
  )
  const [draft, setDraft] = useState<Draft>(beginning(before, subject, talk))
  const [asked, setAsked] = useState<Asked>({ from: '', person: '' })
  const make = useCall(draftDecision, { touches: TOUCHES })
  const chosen = kinds.find(({ kind }) => kind.key === key)
  const chooses = chosen ? choosesOptions(chosen.kind.method) : false
  function act() {
    const body = sentOf({ key, draft, chooses, before, talk, lies, takeUp, asked })
    make.mutate(
      { params: { circle }, body },
      {
        onSuccess: ({ decision }) =>
          void navigate({ to: '/decisions/$decision', params: { decision } }),
      },
    )
  }
  return (
    <form
      className="split"
      onSubmit={(event) => {
        event.preventDefault()
        act()
      }}
    >
      <div className="stack">
        <Select
          label={t`What kind of decision`}
          value={key}
          onChange={setKey}
          choices={kinds.map(({ kind, mayPropose }) => ({
            value: kind.key,
            label: mayPropose ? kind.name : t`${kind.name} (not yours to propose)`,
          }))}
        />
        {takeUp && (
          <p className="well">
            <Trans>
              The objections that stood are taken along, open. Write a text that answers them;
              whoever made them is told once it is before the circle.
            </Trans>
          </p>
        )}
        {subject && (
          <AboutForm subject={subject} asked={asked} chooses={chooses} onChange={setAsked} />
        )}
        <TextForm
          draft={draft}
          chooses={chooses}
          people={subject?.people ?? []}
          onChange={setDraft}
        />
        <ProblemLine cause={make.error} />
        <p className="acts">
          <Button type="submit" look="act" isDisabled={make.isPending}>
            <Trans>Keep it as a draft</Trans>
          </Button>
        </p>
        <p className="hint">
          <Trans>
            Only you and the stewards see a draft. You put it before the circle on its page.
          </Trans>
        </p>
      </div>
      {chosen && (
        <section className="place" aria-labelledby="means-h" aria-live="polite">
          <h2 id="means-h">
            <Trans>What that means</Trans>
          </h2>
          {chosen.why && <p className="problem">{chosen.why}</p>}
          <ul className={styles['rules']}>
            {chosen.rules.map(({ key: rule, text, cite }) => (
              <li key={rule}>
                {text} {cite && <span className="hint num">{cite}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </form>
  )
}
