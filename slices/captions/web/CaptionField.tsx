/** Where a captioner types: seen as it grows by those who want captions, kept by Enter. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useRef, useState } from 'react'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { hallNow } from '#web/kit/clock.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { caption, MOST_CHARACTERS } from '../api.ts'
import { languageName } from '../rules/languages.ts'
import { sayGrowing } from './captionsStore.ts'

/** What is typed goes round so often. */
const EVERY_MS = 250

export function CaptionField({ id, language }: { id: string; language: string }) {
  const { i18n } = useLingui()
  const { gathering } = useInRoom()
  const field = useId()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const from = useRef<string | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const latest = useRef('')
  const called = languageName(language, i18n.locale)
  function type(typed: string) {
    setText(typed)
    latest.current = typed
    if (typed === '') from.current = undefined
    else from.current ??= new Date(hallNow()).toISOString()
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      sayGrowing(id, latest.current)
    }, EVERY_MS)
  }
  function send() {
    const line = text.trim()
    if (line === '') return
    const body = { text: line, from: from.current }
    setProblem(null)
    clearTimeout(timer.current)
    timer.current = undefined
    from.current = undefined
    latest.current = ''
    setText('')
    call(caption, { params: { gathering }, body }).catch((cause: unknown) => {
      setProblem(cause)
      // Nothing typed is lost: it comes back where nothing new was begun.
      setText((now) => (now === '' ? line : now))
    })
  }
  return (
    <form
      className="caption-field"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label className="label" htmlFor={field}>
        <Trans>You write captions: {called}</Trans>
      </label>
      <div>
        <input
          id={field}
          className="input"
          lang={language}
          dir="auto"
          autoComplete="off"
          maxLength={MOST_CHARACTERS}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <Button type="submit">
          <Trans>Line</Trans>
        </Button>
      </div>
      <ProblemLine cause={problem} />
    </form>
  )
}
