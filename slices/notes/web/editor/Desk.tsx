/** Who writes: opens the line, says what is saved, and puts the editor in place of the reading. */
import { Plural, useLingui } from '@lingui/react/macro'
import { type ReactNode, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import type { z } from 'zod'
import type { NoteId } from '../../api/shapes.ts'
import { textOf } from '../../rules/pieces.ts'
import type { Author } from '../authors.ts'
import { CopySheet } from '../CopySheet.tsx'
import { Indicator } from '../Indicator.tsx'
import { type EditorProps, NoteEditor } from './Editor.tsx'
import { isAtRisk } from './kept.ts'
import { openWriting, type Writing, type WritingState } from './writing.ts'
import { writerIn } from './cursors.ts'

export type DeskProps = Pick<EditorProps, 'label' | 'people' | 'send' | 'coloured' | 'followed'> & {
  note: z.infer<typeof NoteId>
  who: string
  looks: ReadonlyMap<number, Author>
  numberOf: (client: number) => number | null
  /** Where the indicator stands. */
  head: HTMLElement | null
  /** What stands here until the editor does. */
  meanwhile: ReactNode
  done: () => void
}

/** The writing of this note, for as long as it is on the page; `anew` opens it again. */
function useWriting(note: DeskProps['note'], who: string) {
  const [writing, setWriting] = useState<Writing | null>(null)
  useEffect(() => {
    let opened: Writing | null = null
    const timer = setTimeout(() => {
      opened = openWriting(note, who)
      setWriting(opened)
    }, 0)
    return () => {
      clearTimeout(timer)
      opened?.close()
    }
  }, [note, who])
  return writing
}

/** Leaving with something that is nowhere but here is asked about. */
function useWarning({ kept, open }: WritingState): void {
  const risky = isAtRisk(kept, open)
  useEffect(() => {
    if (!risky) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [risky])
}

export function Desk(props: DeskProps) {
  const writing = useWriting(props.note, props.who)
  return writing ? <AtDesk {...props} writing={writing} /> : props.meanwhile
}

type AtDeskProps = DeskProps & { writing: Writing }

function AtDesk({ writing, head, meanwhile, done, looks, numberOf, ...rest }: AtDeskProps) {
  const { i18n } = useLingui()
  const state = useSyncExternalStore(writing.watch, writing.state)
  const [isOpen, setOpen] = useState(false)
  const [copied, setCopied] = useState<string | null>(null)
  const { me } = state
  const isWaiting = state.waiting !== null && !state.ready
  const ready = useCallback(() => setOpen(true), [])
  const authorOf = useCallback(
    (client: number) => authorFrom(client, { writing, looks, numberOf, me }),
    [writing, looks, numberOf, me],
  )
  useWarning(state)
  return (
    <>
      {head &&
        !isWaiting &&
        createPortal(
          <Indicator
            state={state}
            tryNow={writing.tryNow}
            copy={() => setCopied(textOf(writing.doc))}
            anew={() => {
              writing.forget()
              done()
            }}
          />,
          head,
        )}
      {state.waiting !== null && (
        <p role="status" className="well">
          <Plural
            value={state.waiting}
            _0="Many write here at the moment; you are the next. You come in by yourself."
            one="Many write here at the moment; # waits before you. You come in by yourself."
            other="Many write here at the moment; # wait before you. You come in by yourself."
          />
        </p>
      )}
      {!isOpen && meanwhile}
      {state.ready && (
        <NoteEditor
          key={i18n.locale}
          {...rest}
          writing={writing}
          isEnded={state.ended !== null}
          authorOf={authorOf}
          onReady={ready}
        />
      )}
      {copied !== null && <CopySheet text={copied} close={() => setCopied(null)} />}
    </>
  )
}

type Known = Pick<DeskProps, 'looks' | 'numberOf'> & { writing: Writing } & Pick<WritingState, 'me'>

/** Who a client is: as the hall listed it, or as somebody who is here now. */
function authorFrom(client: number, { writing, looks, numberOf, me }: Known): Author | null {
  const { doc, awareness } = writing
  const number = client === doc.clientID ? (me?.number ?? null) : numberOf(client)
  if (number !== null) return looks.get(number) ?? null
  const who = writerIn(awareness.getStates().get(client))?.who
  return [...looks.values()].find((look) => look.who === who) ?? null
}
