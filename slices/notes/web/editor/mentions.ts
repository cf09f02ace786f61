/** Mentioning: "@" and the first letters offer people; arrows choose, Enter takes. */
import { Extension, type Range } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { plain } from '#kernel/text.ts'

export type Mentionable = { who: string | null; name: string }

/** What is offered now, and where. */
export type Offer = {
  people: readonly Mentionable[]
  chosen: number
  where: { left: number; top: number; bottom: number }
  take: (place: number) => void
}

const OFFERED = 6
const BEGUN = /(?:^|\s)@([^\s@][^@\n]{0,40})?$/u

/** Those whose name has these letters, in any of its words, however it is accented. */
export function peopleCalled(people: readonly Mentionable[], letters: string): Mentionable[] {
  const wanted = plain(letters)
  return people.filter(({ name }) => plain(name).includes(wanted)).slice(0, OFFERED)
}

type Begun = { range: Range; letters: string }

/** The mention that is being typed at the cursor. */
function begunIn({ selection }: EditorState): Begun | null {
  const { $from, empty } = selection
  if (!empty || $from.parent.type.spec.code) return null
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC')
  const letters = BEGUN.exec(before)?.[1] ?? ''
  if (!BEGUN.test(before)) return null
  return { range: { from: $from.pos - letters.length - 1, to: $from.pos }, letters }
}

type Show = (offer: Offer | null) => void

const known = new PluginKey<readonly Mentionable[]>('people to mention')

/** One editor's offering: what is offered, which is chosen, what its keys do. */
class Offers {
  readonly #told: Show
  readonly #view: EditorView
  #begun: Begun | null = null
  #people: Mentionable[] = []
  #chosen = 0
  /** Closed by Escape for the mention that begins here. */
  #closedAt: number | null = null

  constructor(view: EditorView, told: Show) {
    this.#view = view
    this.#told = told
  }

  look(): void {
    const before = this.#begun
    this.#begun = this.#view.hasFocus() ? begunIn(this.#view.state) : null
    if (!this.#begun) this.#closedAt = null
    const isClosed = this.#begun !== null && this.#begun.range.from === this.#closedAt
    this.#people =
      this.#begun && !isClosed
        ? peopleCalled(known.getState(this.#view.state) ?? [], this.#begun.letters)
        : []
    if (this.#begun?.letters !== before?.letters) this.#chosen = 0
    if (before !== null || this.#begun !== null) this.#show()
  }

  #show(): void {
    if (!this.#begun || this.#people.length === 0) return this.#told(null)
    const where = this.#view.coordsAtPos(this.#begun.range.from)
    const take = (place: number): void => this.#take(place)
    this.#told({ people: this.#people, chosen: this.#chosen, where, take })
  }

  #take(place: number): void {
    const one = this.#people[place]
    const { schema, tr } = this.#view.state
    const node = one && schema.nodes['mention']?.create(one)
    if (!node || !this.#begun) return
    const { from, to } = this.#begun.range
    tr.replaceWith(from, to, [node, schema.text(' ')])
    this.#view.dispatch(tr)
    this.#view.focus()
  }

  key(name: string): boolean {
    if (this.#people.length === 0) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[name]
    if (name === 'Enter' || name === 'Tab') this.#take(this.#chosen)
    else if (name === 'Escape') {
      this.#closedAt = this.#begun?.range.from ?? null
      this.#people = []
      this.#show()
    } else if (step !== undefined) {
      this.#chosen = (this.#chosen + step + this.#people.length) % this.#people.length
      this.#show()
    } else return false
    return true
  }
}

/** The extension that offers people. */
export function mentions(show: Show): Extension {
  return Extension.create({
    name: 'mentions',
    priority: 1100,
    addProseMirrorPlugins() {
      let offers: Offers | null = null
      return [
        new Plugin<readonly Mentionable[]>({
          key: known,
          state: {
            init: () => [],
            apply: (tr, people) => tr.getMeta(known) ?? people,
          },
          props: { handleKeyDown: (_, { key }) => offers?.key(key) ?? false },
          view(view) {
            offers = new Offers(view, show)
            return { update: () => offers?.look(), destroy: () => show(null) }
          },
        }),
      ]
    },
  })
}

/** These are the people who may be mentioned from now on. */
export function lookAgain(view: EditorView, people: readonly Mentionable[]): void {
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(known, people))
}
