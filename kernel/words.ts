/**
 * The message catalogue on the server: mails, server pages and refusals speak the language of
 * whoever reads them. Source is English, marked where it stands with an i18n comment and an id;
 * a language that lacks a message falls back to English.
 */
import { existsSync } from 'node:fs'
import { type I18n, type MessageDescriptor, type Messages, setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'

export const LOCALES = ['en', 'es'] as const
export type Locale = (typeof LOCALES)[number]

export type Words = {
  locale: Locale
  /** The sentence, with its values set in. */
  say(message: MessageDescriptor, values?: Record<string, unknown>): string
}

const catalogues = new Map<Locale, I18n>()

async function messagesOf(locale: Locale): Promise<Messages> {
  const file = new URL(`../dist/locales/${locale}.ts`, import.meta.url)
  if (!existsSync(file)) return {}
  const catalogue: { messages: Messages } = await import(file.href)
  return catalogue.messages
}

for (const locale of LOCALES) {
  const i18n = setupI18n({ locale, messages: { [locale]: await messagesOf(locale) } })
  i18n.setMessagesCompiler(compileMessage)
  catalogues.set(locale, i18n)
}

/** The words of a language. */
export function wordsIn(locale: Locale): Words {
  const i18n = catalogues.get(locale)
  if (!i18n) throw new Error(`no catalogue for ${locale}`)
  const translate = i18n._.bind(i18n)
  return {
    locale,
    say: (message, values) => translate({ ...message, values: { ...message.values, ...values } }),
  }
}

/** The best of our languages for an Accept-Language header (RFC 9110, 12.5.4), English if none fits. */
export function localeFor(accept: string | null | undefined): Locale {
  const wishes = (accept ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';')
    const q = rest.find((piece) => piece.trim().startsWith('q='))
    return { tag: tag.split('-')[0] ?? '', weight: q ? Number(q.trim().slice(2)) || 0 : 1 }
  })
  wishes.sort((a, b) => b.weight - a.weight)
  const wish = wishes.find(
    ({ tag, weight }) => weight > 0 && LOCALES.some((locale) => locale === tag),
  )
  return LOCALES.find((locale) => locale === wish?.tag) ?? 'en'
}
