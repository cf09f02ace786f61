/** A `.etherpad` file as an authored note: text, authors with their colours, chat, saved revisions. */
import { refuse, type Refusal } from '#kernel/change.ts'
import {
  type Author,
  authored,
  type AuthoredNote,
  leave,
  type Left,
  type Said,
} from '../authored.ts'
import { fit } from '../fit.ts'
import { nameLine, timeOf } from '../tidy.ts'
import type { Stretch } from './changeset.ts'
import { blocksOf, type Reading } from './lines.ts'
import { ChatMessage, GlobalAuthor, type Pad, padOf } from './pad.ts'
import { colorOf } from './palette.ts'
import { type Replayed, replay } from './replay.ts'

/** Everybody the pool names, in the order in which they first wrote. */
function authorsOf(pad: Pad, { pool }: Replayed): Map<string, Author> {
  const authors = new Map<string, Author>()
  for (const [key, value] of pool.values()) {
    if (key !== 'author' || value === '' || authors.has(value)) continue
    const known = GlobalAuthor.safeParse(pad.record(`globalAuthor:${value}`))
    const named = known.success ? nameLine(known.data.name) : null
    const color = known.success ? colorOf(known.data.colorId) : null
    authors.set(value, { name: named ?? '', color })
  }
  return authors
}

function chatOf(pad: Pad, authors: ReadonlyMap<string, Author>): Said[] {
  const said: Said[] = []
  for (let number = 0; number <= pad.head.chatHead; number++) {
    const read = ChatMessage.safeParse(pad.record(`pad:${pad.id}:chat:${number}`))
    if (!read.success) continue
    const { text, authorId, userId, time, displayName, userName } = read.data
    const known = authors.get(authorId ?? userId ?? '')?.name
    const name = nameLine(displayName) ?? nameLine(userName) ?? (known || '')
    said.push({ name, at: timeOf(time), text: text.slice(0, 20_000).toWellFormed() })
  }
  return said
}

/** Reads the parsed JSON of a pad; refuses `not-a-pad`. */
export function readEtherpad(json: unknown): AuthoredNote | Refusal {
  const pad = padOf(json)
  if (!pad) return refuse('not-a-pad')
  const replayed = replay(pad)
  const authors = authorsOf(pad, replayed)
  const places = new Map([...authors.keys()].map((key, place) => [key, place]))
  const left: Left = {}
  const reading: Reading = { pool: replayed.pool, authors: places, left }
  const fitted = fit(blocksOf(replayed.text, reading), left)
  if ('refused' in fitted) return fitted
  if (!replayed.whole) leave(left, 'history')
  const docOf = (text: readonly Stretch[]) => fit(blocksOf(text, { ...reading, left: {} }))
  return authored(fitted.doc, {
    title: nameLine(pad.id.replace(/^g\.\w+\$/, '').replaceAll(/[_-]+/g, ' ')) ?? '',
    authors: [...authors.values()],
    chat: chatOf(pad, authors),
    left,
    saved: replayed.kept.flatMap(({ at, label, by, text }) => {
      const state = docOf(text)
      if ('refused' in state) return []
      return [
        {
          at: timeOf(at),
          label: nameLine(label) ?? '',
          by: places.get(by) ?? null,
          doc: state.doc,
        },
      ]
    }),
  })
}
