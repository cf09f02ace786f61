/** The field one says something in: names are offered after "@", files go along, Ctrl+Enter says it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { CornerUpLeft, Paperclip, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { readCircle } from '#slices/circles/api.ts'
import { uploadFile } from '#slices/files/web/uploading.ts'
import { Button } from '#web/kit/Button.tsx'
import { type Mentionable, MentionList, useMentioning } from '#web/kit/mentioning.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { sayInThread } from '../api/saying.ts'
import { COMMENT_LENGTH } from '../rules/thread.ts'
import { type Comment, type Said, type Thread, TOUCHES } from './useThread.ts'
import { useCalled } from './words.tsx'
import styles from './threads.module.css'

/** Whom one may name: the members of its circle. */
export function usePeople(circle: Thread['circle']['id'], me: string | null): Mentionable[] {
  const { data } = useRead(readCircle, { params: { circle } })
  return (data?.members ?? [])
    .filter(({ person }) => person !== me)
    .map(({ person: id, name }) => ({ id, name }))
}

/** Says it, then sends the files that go along; what could not be sent is added to the comment later. */
function useSaying(thread: Thread, done: (comment: Said) => void) {
  const say = useCall(sayInThread, { touches: TOUCHES })
  const [problem, setProblem] = useState<unknown>(null)
  const [isSending, setSending] = useState(false)
  async function send(text: string, answers: Said | null, files: readonly File[]) {
    setProblem(null)
    setSending(true)
    try {
      const body = { text, answers }
      const { comment } = await say.mutateAsync({ params: { thread: thread.id }, body })
      done(comment)
      for (const file of files) await uploadFile(file, { kind: 'comment', id: comment })
    } catch (cause) {
      setProblem(cause)
    }
    setSending(false)
  }
  return { send, problem, isSending }
}

type FilesProps = { files: readonly File[]; onChange: (files: File[]) => void }

function Chosen({ files, onChange }: FilesProps) {
  const { t } = useLingui()
  if (files.length === 0) return null
  return (
    <ul className={styles['chosen']} aria-label={t`Files that go along`}>
      {files.map((file) => (
        <li key={`${file.name} ${file.size}`}>
          <bdi>{file.name}</bdi>
          <Button
            small
            look="quiet"
            aria-label={t`Leave ${file.name} out`}
            onPress={() => onChange(files.filter((one) => one !== file))}
          >
            <X size={16} aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  )
}

function AddFiles({ files, onChange }: FilesProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onChange([...files, ...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
      <Button look="quiet" onPress={() => input.current?.click()}>
        <Paperclip size={16} aria-hidden="true" />
        <Trans>Add files</Trans>
      </Button>
    </>
  )
}

type Props = { thread: Thread; me: string | null; answers: Comment | null; onAnswered: () => void }

export function Compose({ thread, me, answers, onAnswered }: Props) {
  const { t } = useLingui()
  const called = useCalled()
  const [text, setText] = useState('')
  const [files, setFiles] = useState<File[]>([])
  const field = useRef<HTMLTextAreaElement>(null)
  const people = usePeople(thread.circle.id, me)
  const mentioning = useMentioning(field, text, setText, () => people)
  const { send, problem, isSending } = useSaying(thread, () => {
    setText('')
    setFiles([])
    onAnswered()
  })
  const answered = answers?.id
  useEffect(() => {
    if (answered) field.current?.focus()
  }, [answered])
  const act = () => {
    if (text.trim() && !isSending) void send(text, answered ?? null, files)
  }
  function byKey(event: KeyboardEvent) {
    if (mentioning.byKey(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) act()
    else if (event.key === 'Escape' && answers) onAnswered()
    else return
    event.preventDefault()
  }
  const label = answers ? t`Your answer` : t`Say something`
  return (
    <form
      className={styles['compose']}
      onSubmit={(event) => {
        event.preventDefault()
        act()
      }}
    >
      {answers && (
        <p className={styles['answering']}>
          <CornerUpLeft size={16} aria-hidden="true" />
          <span>
            <bdi>{called(answers.who)}</bdi>: {answers.text}
          </span>
          <Button small look="quiet" aria-label={t`Not an answer`} onPress={onAnswered}>
            <X size={16} aria-hidden="true" />
          </Button>
        </p>
      )}
      <MentionList {...mentioning} />
      <label className="field">
        <span className="label">{label}</span>
        <textarea
          ref={field}
          className="input"
          dir="auto"
          rows={Math.min(12, Math.max(3, text.split('\n').length))}
          maxLength={COMMENT_LENGTH}
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={byKey}
        />
      </label>
      <Chosen files={files} onChange={setFiles} />
      <ProblemLine cause={problem} />
      <div className="acts">
        <Button type="submit" look="act" isDisabled={isSending || text.trim() === ''}>
          {answers ? <Trans>Answer</Trans> : <Trans>Say it</Trans>}
        </Button>
        <AddFiles files={files} onChange={setFiles} />
        <span className="hint">
          <Trans>@ names somebody, Ctrl+Enter sends.</Trans>
        </span>
      </div>
    </form>
  )
}
