/**
 * Erasing somebody from minutes: the person goes, the fact stays.
 * 1. Their name goes, everywhere: among the people, as owner, in the chat, and where others wrote it.
 * 2. Their own words in the chat go. That there was a line, and when, stays.
 * 3. What was decided, how long was spoken and how often was answered stays.
 * 4. Sealed minutes are sealed anew: the new version names the hash of the old one, and says why.
 */
import type { Instant } from '#kernel/clock.ts'
import type { ChatLine, Minutes, NoteBlock } from './document.ts'
import { renamed } from './noted.ts'

/** What stands in the place of a name; each language shows its own words for it. */
export const ERASED = '[erased]'

const LONG_ENOUGH = 3

/** Free text without a name that others wrote in it, as a whole word. */
function without(text: string, name: string): string {
  if ([...name].length < LONG_ENOUGH) return text
  const quoted = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return text.replaceAll(
    new RegExp(String.raw`(?<![\p{L}\p{N}])${quoted}(?![\p{L}\p{N}])`, 'giu'),
    ERASED,
  )
}

/** The chat without somebody's words and name. */
export function eraseFromChat(chat: readonly ChatLine[], who: string, name: string): ChatLine[] {
  return chat.map((line) =>
    line.who === who
      ? { ...line, name: ERASED, text: '', state: 'erased' as const }
      : { ...line, text: without(line.text, name) },
  )
}

/** The minutes without somebody's name; the same minutes when they were not in them. */
export function eraseFrom(minutes: Minutes, who: string): Minutes {
  const person = minutes.people.find((one) => one.who === who)
  if (!person) return minutes
  const { name } = person
  const clean = (text: string) => without(text, name)
  const named = <T extends { who: string | null; name: string | null }>(one: T): T =>
    one.who === who || one.name === name ? { ...one, name: ERASED } : one
  const gone = (id: string | null, was: string) =>
    id === who || was === name ? { id: null, name: ERASED } : { id, name: was }
  const noted = (block: NoteBlock) => renamed(block, { text: clean, person: gone })
  const taskless = (task: NonNullable<Minutes['tasks']>[number]) => {
    const as = gone(task.owner, task.name ?? '')
    return { ...task, owner: as.id, name: as.name || null }
  }
  const links = new Set(minutes.links.filter((link) => link.who !== who))
  return {
    ...minutes,
    title: clean(minutes.title),
    purpose: clean(minutes.purpose),
    ...(minutes.note ? { note: minutes.note.map(noted) } : {}),
    ...(minutes.tasks
      ? { tasks: minutes.tasks.map((one) => ({ ...taskless(one), text: clean(one.text) })) }
      : {}),
    people: minutes.people.map((one) => (one === person ? { ...one, name: ERASED } : one)),
    items: minutes.items.map((item) => ({
      ...item,
      title: clean(item.title),
      notes: clean(item.notes),
      line: clean(item.line),
      ...(item.note ? { note: item.note.map(noted) } : {}),
      owners: item.owners.map(named),
    })),
    announcements: minutes.announcements.map((one) => ({ ...one, text: clean(one.text) })),
    links: [...links],
    decisions: minutes.decisions.map((one) => ({ ...one, text: clean(one.text) })),
    actions: minutes.actions.map((one) => ({ ...named(one), text: clean(one.text) })),
    polls: minutes.polls.map((poll) => ({ ...poll, words: poll.words.map(clean) })),
    amendments: minutes.amendments.map((one) => ({
      ...one,
      before: one.before === null ? null : clean(one.before),
      after: one.target === 'line' && one.by === who ? ERASED : clean(one.after),
    })),
    approval: minutes.approval && {
      ...minutes.approval,
      by: minutes.approval.by.map(named),
    },
  }
}

/** A new version that says which sealed one it stands in for. */
export function superseding(minutes: Minutes, sha256: string, at: Instant, why: string): Minutes {
  return { ...minutes, supersedes: [...minutes.supersedes, { sha256, at, why }] }
}
