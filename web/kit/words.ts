/** The words of the page: one compiled catalogue a language, loaded when it is spoken. */
import { i18n, type Messages } from '@lingui/core'

export const LOCALES = { en: 'English', es: 'Español' } as const
export type Locale = keyof typeof LOCALES

const catalogues: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('../../dist/locales/en.ts'),
  es: () => import('../../dist/locales/es.ts'),
}

function isLocale(text: string | undefined): text is Locale {
  return text !== undefined && text in LOCALES
}

/** The language that was chosen here before, else the best one that the browser asks for. */
export function preferredLocale(): Locale {
  const chosen = /(?:^|; )moothall_locale=(\w+)/.exec(document.cookie)?.[1]
  if (isLocale(chosen)) return chosen
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLocale) ?? 'en'
}

/** Speaks a language from now on; the choice is kept in a cookie, so that the server speaks it too. */
export async function speak(locale: Locale, keep = false): Promise<void> {
  const { messages } = await catalogues[locale]()
  i18n.loadAndActivate({ locale, messages })
  document.documentElement.lang = locale
  document.documentElement.dir = 'ltr'
  if (keep) document.cookie = `moothall_locale=${locale}; path=/; max-age=31536000; samesite=lax`
}
