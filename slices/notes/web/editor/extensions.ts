/** The editor of a note: its structure, and what lets many write in it at once. */
import { Extension, type Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Dropcursor, Gapcursor, Placeholder } from '@tiptap/extensions'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { FIELD } from '../../rules/schema.ts'
import { colouring } from './colouring.ts'
import { cursors } from './cursors.ts'
import { mentions, type Offer } from './mentions.ts'
import { toggleNext } from './next.ts'
import { roomBelow } from './roomBelow.ts'
import { structure, type StructureWords } from './structure.ts'
import { talked } from './talked.ts'
import { type Uploading, uploads } from './uploads.ts'

export type Wiring = {
  doc: Doc
  awareness: Awareness | null
  words: StructureWords & { begin: string }
  uploading: Uploading
  offer: (offer: Offer | null) => void
  /** Alt-F10: the focus goes to the tools. Mod-K: a link is asked for. */
  toTools: () => void
  askLink: () => void
  askTask: () => void
}

/** The keys of a note. Escape leaves the text, so that Tab goes on through the page. */
const keys = ({ toTools, askLink, askTask }: Wiring): Extension =>
  Extension.create({
    name: 'noteKeys',
    addKeyboardShortcuts() {
      const does = (run: () => void) => (): boolean => {
        run()
        return true
      }
      return {
        'Alt-F10': does(toTools),
        'Mod-k': does(askLink),
        'Mod-Alt-t': does(askTask),
        'Mod-Alt-n': () => this.editor.commands.command(toggleNext),
        Escape: () => this.editor.commands.blur(),
      }
    },
  })

/** All extensions of the editor; undo takes back only what was written here. */
export function extensionsOf(wiring: Wiring): Extensions {
  const { doc, awareness, words, offer } = wiring
  return [
    ...structure(words),
    Collaboration.configure({ document: doc, field: FIELD }),
    ...(awareness ? [cursors(awareness)] : []),
    colouring(doc.getXmlFragment(FIELD)),
    talked(doc),
    uploads(wiring.uploading),
    mentions(offer),
    Placeholder.configure({ placeholder: words.begin }),
    Dropcursor.configure({ width: 2 }),
    Gapcursor,
    roomBelow,
    keys(wiring),
  ]
}
