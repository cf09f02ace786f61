/** What somebody wrote: text, links made safe, and whom it mentions. */
import { Fragment, useMemo } from 'react'
import { type Mentioned, segments } from '../rules/segments.ts'
import { useInRoom } from './useRoom.ts'

const NOBODY: readonly Mentioned[] = []

export function WordsOf({
  text,
  mentioned = NOBODY,
}: {
  text: string
  mentioned?: readonly Mentioned[]
}) {
  const { me } = useInRoom()
  const parts = useMemo(() => segments(text, mentioned), [text, mentioned])
  return parts.map((part, place) => {
    const key = `${place} ${part.text}`
    if (part.kind === 'link')
      return (
        <a key={key} href={part.href} target="_blank" rel="noopener noreferrer nofollow ugc">
          {part.text}
        </a>
      )
    if (part.kind === 'mention')
      return (
        <b key={key} className={part.who === me.who ? 'mention me' : 'mention'}>
          <bdi>{part.text}</bdi>
        </b>
      )
    return <Fragment key={key}>{part.text}</Fragment>
  })
}
