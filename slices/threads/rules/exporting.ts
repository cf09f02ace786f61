/**
 * A thread as a file: JSON has all of it; Markdown reads like a letter, with who said what, when, and
 * the words that were answered. Times are in UTC.
 */
export type Exported = {
  format: 'moothall-thread-1'
  exportedAt: string
  id: string
  address: string
  title: string
  circle: { id: string; name: string }
  begunBy: string | null
  begunAt: string
  from: {
    kind: string
    id: string
    title: string
    address: string
    quotes: { who: string | null; text: string; at: string | null }[]
  } | null
  locked: { at: string; why: string } | null
  standings: { text: string; at: string; by: string | null }[]
  comments: {
    id: string
    number: number
    address: string
    who: { id: string; name: string; former: boolean }
    text: string | null
    mentions: string[]
    answers: string | null
    madeAt: string
    changedAt: string | null
    takenAt: string | null
    hidden: { by: string | null; why: string } | null
    mark: string | null
    reactions: { emoji: string; who: string[] }[]
    files: { name: string; sha256: string; size: number }[]
    before: { text: string; at: string }[]
  }[]
}
type Comment = Exported['comments'][number]

/** The words of the file, in the language of whoever takes it. */
export type Phrases = {
  from: string
  standing: string
  answers: string
  changed: string
  taken: string
  hidden: string
  former: string
  marks: Record<string, string>
}

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
const moment = (at: string) => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`

function wordsOf({ text, hidden }: Comment, say: Phrases): string {
  if (text !== null) return text
  return hidden ? `*${say.hidden}: ${hidden.why}*` : `*${say.taken}*`
}

function commentText(comment: Comment, all: ReadonlyMap<string, Comment>, say: Phrases): string {
  const { who, madeAt, changedAt, mark, reactions, files, answers } = comment
  const head = [
    `**${who.former ? say.former : who.name}**`,
    moment(madeAt),
    ...(changedAt && comment.text !== null ? [say.changed] : []),
    ...(mark ? [`**${say.marks[mark] ?? mark}**`] : []),
  ].join(' · ')
  const before = answers === null ? undefined : all.get(answers)
  return [
    head,
    ...(before?.text ? [`${say.answers} ${before.who.name}:\n${quoted(before.text)}`] : []),
    wordsOf(comment, say),
    ...files.map(({ name }) => `📎 ${name}`),
    ...(reactions.length > 0
      ? [reactions.map(({ emoji, who: whos }) => `${emoji} ${whos.length}`).join('  ')]
      : []),
  ].join('\n\n')
}

/** The whole as Markdown. */
export function threadMarkdown(thread: Exported, say: Phrases): string {
  const all = new Map(thread.comments.map((comment) => [comment.id, comment]))
  const [standing] = thread.standings
  const parts = [
    `# ${thread.title}`,
    `${thread.circle.name} · <${thread.address}>`,
    ...(thread.from
      ? [
          `${say.from}: [${thread.from.title}](${thread.from.address})`,
          ...thread.from.quotes.map(({ who, text }) => quoted(who ? `${who}: ${text}` : text)),
        ]
      : []),
    ...(standing ? [`## ${say.standing}`, standing.text] : []),
    ...thread.comments.flatMap((comment) => ['---', commentText(comment, all, say)]),
  ]
  return `${parts.join('\n\n')}\n`
}
