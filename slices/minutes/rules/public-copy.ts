/**
 * What everybody may read of public minutes.
 * 1. No ids: people are p1, p2, … in their order.
 * 2. Guests who asked not to be named have no name, and neither have their lines.
 * 3. No mail address, wherever somebody wrote one; no times of coming and going.
 * 4. The chat only where those who made the minutes public said so.
 * 5. No handouts and no pictures, but the words of these: who may see them sees them where they are.
 */
import type { ChatLine, Minutes, NoteBlock } from './document.ts'
import { renamed } from './noted.ts'

/** What stands in the place of a name that is not given, and of a mail address. */
export const UNNAMED = '[unnamed]'
const MAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu
export const NO_MAIL = '[mail]'

export function withoutMails(text: string): string {
  return text.includes('@') ? text.replaceAll(MAIL, NO_MAIL) : text
}

type Hiding = { who(id: string): string; text(text: string): string; name(name: string): string }

function hiding({ people }: Minutes): Hiding {
  const numbers = new Map(people.map(({ who }, place) => [who, `p${place + 1}`]))
  const silent = new Set(people.filter(({ unnamed }) => unnamed).map(({ name }) => name))
  const words = [...silent].filter((name) => [...name].length > 2)
  return {
    who: (id) => numbers.get(id) ?? 'p0',
    name: (name) => (silent.has(name) ? UNNAMED : withoutMails(name)),
    text: (text) =>
      words.reduce((rest, name) => rest.replaceAll(name, UNNAMED), withoutMails(text)),
  }
}

function withoutPictures({ type, attrs, content, ...rest }: NoteBlock): NoteBlock {
  if (type === 'picture') {
    const text = `[${typeof attrs?.['alt'] === 'string' && attrs['alt'] ? attrs['alt'] : '…'}]`
    return { type: 'paragraph', content: [{ type: 'text', text }] }
  }
  return {
    type,
    ...rest,
    ...(attrs && { attrs }),
    ...(content && { content: content.map(withoutPictures) }),
  }
}

function hideIn(blocks: readonly NoteBlock[], { who, text, name }: Hiding): NoteBlock[] {
  return blocks.map((block) =>
    renamed(withoutPictures(block), {
      text,
      person: (id, was) => ({ id: id && who(id), name: name(was) }),
    }),
  )
}

/** What of the notes belongs to no item, and their tasks. */
function withoutNames({ note, tasks }: Minutes, { who, text, name }: Hiding) {
  return {
    ...(note ? { note: hideIn(note, { who, text, name }) } : {}),
    ...(tasks
      ? {
          tasks: tasks.map((one) => ({
            ...one,
            text: text(one.text),
            owner: one.owner && who(one.owner),
            name: one.name && name(one.name),
          })),
        }
      : {}),
  }
}

/** The public copy of the minutes themselves. */
export function publicCopy(minutes: Minutes, withTheChat: boolean): Minutes {
  const { who, text, name } = hiding(minutes)
  const { files: _files, pictures: _pictures, ...rest } = minutes
  const by = <T extends { by: string; text: string }>(one: T): T => ({
    ...one,
    by: who(one.by),
    text: text(one.text),
  })
  return {
    ...rest,
    title: text(minutes.title),
    purpose: text(minutes.purpose),
    ...withoutNames(minutes, { who, text, name }),
    people: minutes.people.map(({ place: _place, ...one }) => ({
      ...one,
      who: who(one.who),
      name: name(one.name),
      stays: [],
    })),
    items: minutes.items.map((item) => ({
      ...item,
      notes: text(item.notes),
      line: text(item.line),
      ...(item.note ? { note: hideIn(item.note, { who, text, name }) } : {}),
      owners: item.owners.map((one) => ({ who: one.who && who(one.who), name: name(one.name) })),
      spoken: item.spoken.map((one) => ({ ...one, who: who(one.who) })),
      chatLines: withTheChat ? item.chatLines : 0,
    })),
    polls: minutes.polls.map((poll) => ({
      ...poll,
      by: who(poll.by),
      words: poll.words.map(text),
      named: [],
    })),
    announcements: minutes.announcements.map(by),
    links: minutes.links.map((link) => ({ ...link, who: who(link.who) })),
    decisions: minutes.decisions.map(by),
    actions: minutes.actions.map((one) => ({
      ...by(one),
      who: one.who && who(one.who),
      name: one.name && name(one.name),
    })),
    chat: withTheChat ? minutes.chat : { lines: 0, sha256: null },
    amendments: minutes.amendments
      .filter(({ target }) => target !== 'line' || withTheChat)
      .map((one) => ({
        ...one,
        by: who(one.by),
        before: one.before && text(one.before),
        after: text(one.after),
      })),
    approval: minutes.approval && {
      ...minutes.approval,
      by: minutes.approval.by.map((one) => ({ who: who(one.who), name: name(one.name) })),
    },
  }
}

/** The public copy of the chat. */
export function publicChat(minutes: Minutes, chat: readonly ChatLine[]): ChatLine[] {
  const { who, text, name } = hiding(minutes)
  return chat.map((line) => ({
    ...line,
    who: who(line.who),
    name: name(line.name),
    text: text(line.text),
  }))
}
