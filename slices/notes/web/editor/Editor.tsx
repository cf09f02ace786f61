/** The editor: loaded only for who writes. The tools above, the text, what is asked beside it. */
import { EditorContent, useEditor } from '@tiptap/react'
import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { FIELD } from '../../rules/schema.ts'
import type { Author } from '../authors.ts'
import { useTalking } from '../comments/talking.ts'
import { recolour } from './colouring.ts'
import { type Ask, Asking } from './Asking.tsx'
import { extensionsOf, type Wiring } from './extensions.ts'
import type { Mentionable, Offer } from './mentions.ts'
import { OfferList } from './OfferList.tsx'
import { lookAgain } from './mentions.ts'
import { endOfItem } from './places.ts'
import { chosenIn, showTalked } from './talked.ts'
import { Tools } from './Tools.tsx'
import type { Uploading } from './uploads.ts'
import { useWords } from './words.ts'
import type { Writing } from './writing.ts'

export type EditorProps = {
  writing: Writing
  label: string
  people: readonly Mentionable[]
  send: Uploading['send']
  /** Who wrote what: whether it is shown, and who each client is. */
  coloured: boolean
  authorOf: (client: number) => Author | null
  /** The hall takes nothing more: what was written can only be read and copied. */
  isEnded: boolean
  /** The live item, when the cursor follows it. */
  followed: string | null
  onReady: () => void
}

/** Puts the cursor where the eyes are: at the line in the upper half of the window, nothing moves. */
function focusInView(editor: Editor): void {
  const { left, top, bottom } = editor.view.dom.getBoundingClientRect()
  const height = Math.min(Math.max(window.innerHeight * 0.4, top + 8), bottom - 8)
  const seen = editor.view.posAtCoords({ left: left + 8, top: height })
  const $seen = editor.state.doc.resolve(seen?.pos ?? editor.state.doc.content.size)
  const at = $seen.parent.isTextblock ? $seen.end() : 'end'
  editor.commands.focus(at, { scrollIntoView: false })
}

/** The newest of a thing, for what was made once and asks later. */
function useNewest<T>(value: T): { readonly current: T } {
  const held = useRef(value)
  useEffect(() => {
    held.current = value
  })
  return held
}

/** The editor itself, made once; what it asks later it asks of the newest props. */
function useNoteEditor(
  props: EditorProps,
  ways: Pick<Wiring, 'words' | 'uploading' | 'offer'> & Asks,
) {
  const newest = useNewest(props)
  const { ask, toTools } = ways
  const [extensions] = useState(() =>
    extensionsOf({
      ...ways,
      doc: props.writing.doc,
      awareness: props.writing.awareness,
      uploading: { ...ways.uploading, send: (picture, far) => newest.current.send(picture, far) },
      toTools,
      askLink: () => ask({ kind: 'link' }),
      askTask: () => ask({ kind: 'task' }),
    }),
  )
  const attributes = { role: 'textbox', 'aria-multiline': 'true', 'aria-label': props.label }
  return useEditor({ extensions, editorProps: { attributes } }, [extensions])
}

type Asks = { ask: (ask: Ask | null) => void; toTools: () => void }

/** What the editor does when something outside of it changes. */
function useFollowing(editor: Editor, props: EditorProps): void {
  const { coloured, authorOf, followed, isEnded, onReady, people } = props
  useEffect(() => {
    onReady()
    focusInView(editor)
  }, [editor, onReady])
  useEffect(() => {
    editor.setEditable(!isEnded, false)
  }, [editor, isEnded])
  // Whoever becomes known may be whom somebody is mentioning right now.
  useEffect(() => lookAgain(editor.view, people), [editor, people])
  useEffect(
    () => recolour(editor.view, { shown: coloured, authorOf }),
    [editor, coloured, authorOf],
  )
  useEffect(() => {
    const end = followed && endOfItem(editor, followed)
    if (!end) return
    const { activeElement } = document
    // Who writes in the chat at that moment is not taken away from there.
    const isElsewhere = activeElement !== document.body && activeElement !== editor.view.dom
    const going = editor.chain()
    if (isElsewhere)
      going
        .setTextSelection(end - 1)
        .scrollIntoView()
        .run()
    else
      going
        .focus(end - 1)
        .scrollIntoView()
        .run()
  }, [editor, followed])
}

/** What is talked about is marked, and what is chosen here can be. */
function useTalkingHere(editor: Editor, { writing: { doc } }: EditorProps): void {
  const talking = useTalking()
  const [offer, talks, active] = [talking?.offer, talking?.talks, talking?.active ?? null]
  useEffect(() => {
    const chosen = () => chosenIn(editor.view, doc.getXmlFragment(FIELD))
    return offer?.({ chosen, choose: () => editor.commands.focus() })
  }, [editor, doc, offer])
  useEffect(() => {
    if (talks) showTalked(editor.view, { talks, active })
  }, [editor, talks, active])
}

export function NoteEditor(props: EditorProps) {
  const tools = useRef<HTMLDivElement>(null)
  const [offer, setOffer] = useState<Offer | null>(null)
  const [ask, setAsk] = useState<Ask | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  const words = useWords(setAsk)
  const uploading: Uploading = {
    send: props.send,
    onItsWay: words.onItsWay,
    arrived: (place) => setAsk({ kind: 'picture', place, isNew: true }),
    failed: setFailed,
    notTaken: ({ name }) => setAsk({ kind: 'no-picture', name }),
  }
  const editor = useNoteEditor(props, {
    words,
    uploading,
    offer: setOffer,
    ask: setAsk,
    toTools: () => tools.current?.querySelector<HTMLElement>('button:not([disabled])')?.focus(),
  })
  useFollowing(editor, props)
  useTalkingHere(editor, props)
  return (
    <>
      {!props.isEnded && <Tools editor={editor} ask={setAsk} uploading={uploading} ref={tools} />}
      <EditorContent editor={editor} />
      <OfferList offer={offer} field={editor.view.dom} />
      <Asking
        ask={ask}
        editor={editor}
        people={props.people}
        close={() => {
          setAsk(null)
          // The focus goes back to the text once the dialog has let go of it.
          setTimeout(() => editor.commands.focus(), 0)
        }}
        failed={failed}
        forget={() => setFailed(null)}
      />
    </>
  )
}
