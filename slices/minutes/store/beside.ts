/**
 * What goes along in the zip beside the document, for who reads it whole: captions, and the chats of the
 * groups in which they were. It is not part of what is sealed, so that what is hidden or erased later
 * is gone from the next zip.
 */
import type { Reader } from '#kernel/database.ts'
import type { Caller } from '#kernel/session.ts'
import { groupChats } from '#slices/breakouts/index.ts'
import { captionFiles } from '#slices/captions/index.ts'
import { plainMark } from '../rules/marking.ts'
import { type Speech, timeOf } from '../rules/speech.ts'

const UNSAFE = /[^\p{L}\p{M}\p{N}_-]+/gu

async function chatFiles(db: Reader, caller: Caller, gathering: string, speech: Speech) {
  const chats = await groupChats(db, caller, gathering)
  return chats.map(({ name, question, lines }, place): [string, string] => {
    const said = lines.map(
      (line) =>
        `- ${timeOf(line.at, speech)} **${plainMark(line.name)}** ${plainMark(line.text).replaceAll('\n', '  \n  ')}`,
    )
    const head = [`# ${plainMark(name)}`, '', ...(question ? [plainMark(question), ''] : [])]
    const file = `${String(place + 1).padStart(2, '0')}-${name.replaceAll(UNSAFE, '-')}.md`
    return [`groups/${file}`, `${[...head, ...said].join('\n')}\n`]
  })
}

/** Texts by their names in the zip. */
export async function filesBeside(
  db: Reader,
  { caller, gathering, speech }: { caller: Caller; gathering: string; speech: Speech },
): Promise<Record<string, string>> {
  const [captions, groups] = await Promise.all([
    captionFiles(db, gathering),
    chatFiles(db, caller, gathering, speech),
  ])
  return { ...captions, ...Object.fromEntries(groups) }
}
