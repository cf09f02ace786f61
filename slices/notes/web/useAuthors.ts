/** Who wrote in a note: their looks by number, and their shares. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { type Author, looksOf, type Share, sharesOf, type Told } from './authors.ts'
import type { Read } from './reading/useReading.ts'

export type Authors = { looks: Map<number, Author>; shares: Share[] }

export function useAuthors(read: Read | undefined): Authors | null {
  const { t } = useLingui()
  const authors = read?.authors
  return useMemo(() => {
    if (!authors) return null
    const nameless = { hall: t`the hall`, former: t`a former member` }
    const told = authors.map(({ name, kind, ...one }): Told => {
      const called = kind === 'member' || kind === 'imported' ? null : nameless[kind]
      return { ...one, name: called ?? name ?? t`somebody` }
    })
    return { looks: looksOf(told), shares: sharesOf(told) }
  }, [authors, t])
}
