/** Text with its web addresses as links, its line breaks kept, in its own direction. */
import { piecesOf } from '../rules/markup.ts'

export function Linked({ text }: { text: string }) {
  return (
    <span className="words" dir="auto">
      {piecesOf(text).map(({ text: part, address }, at) =>
        address === null ? (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={at}>{part}</span>
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <a key={at} href={address} rel="nofollow noopener">
            {part}
          </a>
        ),
      )}
    </span>
  )
}
