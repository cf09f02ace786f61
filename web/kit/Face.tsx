/** A person: initials on their tint, and the name whole, in its own direction. */
import { tintOf } from './tint.ts'

/** Two initials; one where letters join (Arabic, Hebrew and their kin). */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word))
  const first = [...(words[0] ?? '?')].find((mark) => /\p{L}|\p{N}/u.test(mark)) ?? '?'
  if (/\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Han}|\p{Script=Thai}/u.test(first))
    return first
  const last =
    words.length > 1
      ? ([...(words.at(-1) ?? '')].find((mark) => /\p{L}|\p{N}/u.test(mark)) ?? '')
      : ''
  return (first + last).toLocaleUpperCase()
}

export function Face({ id, name, small = false }: { id: string; name: string; small?: boolean }) {
  return (
    <span className={`face p${tintOf(id)}${small ? ' small' : ''}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}

export function Name({ children }: { children: string }) {
  return <bdi>{children}</bdi>
}
