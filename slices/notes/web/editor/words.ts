/** What the editor itself says: to who ticks a task, describes a picture, begins to write. */
import { useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { dayWords } from '../days.ts'
import type { Ask } from './Asking.tsx'
import type { StructureWords } from './structure.ts'
import type { Task } from './tasks.ts'

export type EditorWords = StructureWords & { begin: string; onItsWay: (name: string) => string }

export function useWords(open: (ask: Ask) => void): EditorWords {
  const { t, i18n } = useLingui()
  const { locale } = i18n
  return useMemo(() => {
    const about = ({ ownerName, day, next }: Task): string => {
      const until = day ? dayWords(day, locale) : null
      const known = [ownerName, until, next ? t`next time` : null].filter((part) => part !== null)
      return known.length > 0 ? known.join(' · ') : t`Who, until when?`
    }
    return {
      begin: t`Write here. Everybody in the note sees it as you type.`,
      onItsWay: (name) => t`${name} is on its way…`,
      task: {
        done: (text) => t`Done: ${text}`,
        about,
        ask: (text) => t`Say who does it and until when: ${text}`,
        open: (place) => open({ kind: 'task', place }),
      },
      picture: {
        say: (alt) => (alt ? t`Shows: ${alt}` : t`Say what it shows`),
        open: (place) => open({ kind: 'picture', place, isNew: false }),
      },
    }
  }, [t, locale, open])
}
