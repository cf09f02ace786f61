/** The words of blocks of a note, a line a block: what a stage shows of what a group brings back. */
type Block = {
  type: string
  text?: string | undefined
  attrs?: Record<string, unknown> | undefined
  content?: readonly Block[] | undefined
}

const HOLDS_WORDS = new Set(['paragraph', 'heading', 'codeBlock'])
const MOST = 4000

function wordsOf({ type, text, attrs, content = [] }: Block): string {
  if (type === 'mention') return `@${String(attrs?.['name'] ?? '')}`
  if (type === 'hardBreak') return '\n'
  return text ?? content.map(wordsOf).join('')
}

function linesIn(block: Block, mark: string): string[] {
  if (HOLDS_WORDS.has(block.type)) return [`${mark}${wordsOf(block)}`.trimEnd()]
  const inner = block.type.endsWith('Item') ? '– ' : mark
  return (block.content ?? []).flatMap((one, at) => linesIn(one, at === 0 ? inner : ''))
}

/** Lines of text, without empty ones; null when nothing stands there. */
export function linesOf(blocks: readonly Block[]): string | null {
  const lines = blocks.flatMap((block) => linesIn(block, '')).filter((one) => one.trim() !== '')
  const text = lines.join('\n').slice(0, MOST)
  return text.trim() === '' ? null : text
}

/** Who is named in blocks, by a mention or as the owner of a task. */
export function namedIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap(({ attrs, content = [] }) => [
    ...['who', 'owner'].flatMap((name) => {
      const who = attrs?.[name]
      return typeof who === 'string' && who !== '' ? [who] : []
    }),
    ...namedIn(content),
  ])
}
