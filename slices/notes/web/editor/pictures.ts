/** Pictures: a file of the hall, and words for those who do not see it; without words it is marked. */
import type { Editor, Node } from '@tiptap/core'
import type { Node as Part } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { asNode } from './specs.ts'

export type PictureWords = {
  /** What the button under a picture says, by the words that it has ('' for none). */
  say: (alt: string) => string
  /** Somebody wants to say what it shows: the place of the picture in the note. */
  open: (place: number) => void
}

/** Gives the picture at this place its words. */
export function describePicture(editor: Editor, place: number, alt: string): boolean {
  return editor.commands.command(({ tr }) => {
    const part = tr.doc.nodeAt(place)
    if (part?.type.name !== 'picture') return false
    tr.setNodeMarkup(place, undefined, { ...part.attrs, alt })
    return true
  })
}

function drawPicture(part: Part, placeOf: () => number | undefined, words: PictureWords) {
  const dom = document.createElement('figure')
  const image = document.createElement('img')
  const button = document.createElement('button')
  button.type = 'button'
  dom.dataset['picture'] = ''
  dom.append(image, button)
  const show = ({ attrs }: Part): void => {
    const source = `/files/${attrs['file']}`
    if (image.getAttribute('src') !== source) image.src = source
    image.alt = attrs['alt']
    for (const side of ['width', 'height'])
      if (attrs[side]) image.setAttribute(side, String(attrs[side]))
    button.textContent = words.say(attrs['alt'])
    dom.toggleAttribute('data-unsaid', !attrs['alt'])
  }
  button.addEventListener('click', () => {
    const place = placeOf()
    if (place !== undefined) words.open(place)
  })
  show(part)
  return { dom, button, show }
}

/** The node of a picture. */
export function picture(words: PictureWords): Node {
  return asNode('picture').extend({
    addNodeView() {
      return ({ node, getPos }): NodeView => {
        const { dom, button, show } = drawPicture(node, getPos, words)
        return {
          dom,
          update(now) {
            if (now.type !== node.type) return false
            show(now)
            return true
          },
          stopEvent: ({ target }) => target === button,
          ignoreMutation: () => true,
        }
      }
    },
  })
}
