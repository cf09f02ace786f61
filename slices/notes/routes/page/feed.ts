/** The feed of a note: its versions, each with a sentence of who changed what. */
import { atom } from '#kernel/atom.ts'
import type { Reader } from '#kernel/database.ts'
import type { Words } from '#kernel/words.ts'
import { HALL } from '../../rules/shares.ts'
import { toldVersions, type ToldVersion } from '../../store/feed.ts'
import { authorsIn, type Colored } from '../../store/history.ts'
import { momentIn } from './sheet.ts'
import type { Visit } from './visit.ts'
import { say } from './words.ts'

type Authors = ReadonlyMap<number, Colored>

function list({ locale }: Words, parts: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
}

/** Who put in how much, under which headings, and how much was taken out. */
function sentence(words: Words, { changed }: ToldVersion, authors: Authors): string {
  const wrote = changed.added.map(({ by, characters }) => {
    const author = by === null ? undefined : authors.get(by)
    const name = author?.who === HALL ? words.say(say.hall) : author?.name
    return words.say(say.wrote, { name: name || words.say(say.somebody), count: characters })
  })
  const under = changed.under.map((heading) => `“${heading.slice(0, 100)}”`)
  return [
    wrote.length > 0 ? words.say(say.all, { all: list(words, wrote) }) : '',
    changed.removed > 0 ? words.say(say.takenOut, { count: changed.removed }) : '',
    under.length > 0 ? words.say(say.under, { headings: list(words, under.slice(0, 5)) }) : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function titleOf(words: Words, title: string, { label, at }: ToldVersion): string {
  if (label) return words.say(say.namedVersion, { title, label })
  return words.say(say.newVersion, { title, day: momentIn(words, at) })
}

/** The feed. Whoever is signed in goes from it to the history, everybody else to the page. */
export async function noteFeed(
  db: Reader,
  { note, caller, path }: Visit,
  { words, origin }: { words: Words; origin: string },
): Promise<string> {
  const [versions, authors] = [await toldVersions(db, note.id), await authorsIn(db, note.id)]
  const byWho = new Map([...authors.values()].map(({ who, name }) => [who, name]))
  const [newest] = versions
  return atom({
    id: `${origin}/n/${note.id}.atom`,
    title: note.title,
    updated: newest?.at ?? note.made_at,
    self: `${origin}${path}.atom`,
    href: `${origin}${path}`,
    language: words.locale,
    entries: versions.map((version) => ({
      id: `${origin}/n/${note.id}#version-${version.number}`,
      title: titleOf(words, note.title, version),
      updated: version.at,
      href: caller.person ? `${origin}/notes/${note.id}/history` : `${origin}${path}`,
      authors: version.whos.flatMap((who) => byWho.get(who) || []),
      summary: sentence(words, version, authors),
    })),
  })
}
