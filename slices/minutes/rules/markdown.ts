/** Minutes and chat as Markdown (CommonMark): names and words stay text, whatever they hold. */
import { phrases } from './phrases.ts'
import type { Speech } from './speech.ts'
import type { Told, ToldFile, ToldItem, ToldPoll } from './told.ts'
import { plainMark, quoted, section } from './marking.ts'

function poll({ question, about, rows, words }: ToldPoll): string[] {
  return [
    `**${plainMark(question)}** (${plainMark(about)})`,
    '',
    ...rows.map(({ label, count }) => `- ${plainMark(label)}: ${count}`),
    ...words.map((word) => `- ${quoted(word)}`),
    '',
  ]
}

function handouts(files: readonly ToldFile[]): string[] {
  return files.map(({ name, about }) => `- ${plainMark(name)} (${plainMark(about)})`)
}

export function item(told: ToldItem, { say }: Speech): string[] {
  const number = told.number ? `${told.number}. ` : ''
  const about = [told.time, ...told.lengths, told.chatLines > 0 ? told.chat : '']
  return [
    `## ${number}${plainMark(told.title)}`,
    '',
    plainMark(about.filter(Boolean).join(' · ')),
    '',
    ...(told.by ? [`*${plainMark(told.by)}*`, ''] : []),
    ...(told.notes ? [quoted(told.notes), ''] : []),
    ...(told.note ? [told.note.markdown, ''] : []),
    ...(told.files.length > 0 ? [...handouts(told.files), ''] : []),
    ...told.announcements.flatMap(({ text, about: by }) => [
      `> ${quoted(text)} (${plainMark(by)})`,
      '',
    ]),
    ...told.polls.flatMap(poll),
    ...told.decisions.flatMap(({ ref, text }) => [
      `**${ref} ${plainMark(say(phrases.decided))}:** ${quoted(text)}`,
      '',
    ]),
  ]
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => plainMark(cell).replaceAll('\n', ' ')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')).replaceAll('\\', ''), ...rows.map(line)]
}

/** `minutes.md`: the whole document but the words of the chat. */
export function minutesMarkdown(told: Told, speech: Speech, sha256: string | null): string {
  const { say } = speech
  const actions = told.actions.map(({ ref, what, who, by }) => [ref, what, who, by])
  const lines = [
    `# ${plainMark(told.title)}`,
    '',
    plainMark(`${told.stateWord}. ${told.of}.`),
    '',
    ...(told.purpose ? [quoted(told.purpose), ''] : []),
    ...section(
      say(phrases.inShort),
      told.short.map(({ ref, text }) => `- **${ref}** ${quoted(text)}`),
    ),
    ...told.facts.flatMap(({ label, text }) => [`**${plainMark(label)}:** ${plainMark(text)}`, '']),
    ...told.items.flatMap((one) => item(one, speech)),
    ...section(say(phrases.notes), told.note ? [told.note.markdown] : []),
    ...section(
      say(phrases.actions),
      table(['', say(phrases.what), say(phrases.who), say(phrases.by)], actions),
    ),
    ...section(
      say(phrases.spoke),
      told.spoke.map(({ name, time }) => `- ${plainMark(name)}: ${time}`),
    ),
    ...section(
      say(phrases.links),
      told.links.map(
        ({ address, said }) => `- <${encodeURI(decodable(address))}> ${plainMark(said)}`,
      ),
    ),
    ...section(say(phrases.files), handouts(told.files)),
    ...section(
      say(phrases.amendments),
      told.amendments.map(({ ref, text }) => `- ${ref}: ${quoted(text)}`),
    ),
    '---',
    '',
    ...told.seal.flatMap((text) => [plainMark(text), '']),
    ...(sha256 ? [`sha-256: \`${sha256}\``, ''] : []),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

/** An address as it was, so that encoding it again changes only what it must. */
function decodable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
