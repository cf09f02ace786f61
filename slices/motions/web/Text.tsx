/** The text of a motion, with what an amendment would change in it marked. */
import { useLingui } from '@lingui/react/macro'
import { markWords } from '#slices/constitutions/rules/compare.ts'
import type { Piece } from '#slices/constitutions/rules/compare.ts'

function Pieces({ pieces, as }: { pieces: readonly Piece[]; as: 'ins' | 'del' }) {
  const Mark = as
  return pieces.map(({ text, marked }, at) =>
    marked ? (
      // oxlint-disable-next-line no-array-index-key -- pieces stand where they stand
      <Mark key={at}>{text}</Mark>
    ) : (
      // oxlint-disable-next-line no-array-index-key -- as above
      <span key={at}>{text}</span>
    ),
  )
}

export function Text({ text }: { text: string }) {
  return <p className="motion-text">{text}</p>
}

/** As it stands, and as it would read. */
export function Changed({ before, after }: { before: string; after: string }) {
  const { t } = useLingui()
  const marked = markWords(before, after)
  return (
    <div className="motion-change">
      <p className="motion-text was" aria-label={t`As it stands`}>
        <Pieces pieces={marked.before} as="del" />
      </p>
      <p className="motion-text" aria-label={t`As it would read`}>
        <Pieces pieces={marked.after} as="ins" />
      </p>
    </div>
  )
}
