/** Languages by their tags (BCP 47, RFC 5646): `en`, `pt-BR`, `zh-Hant`. */
import { z } from 'zod'

export const Language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, {
    error: 'is no language tag, such as en or pt-BR',
  })
  .meta({ description: 'A language by its BCP 47 tag: en, pt-BR' })

/** Those that are offered; any tag may be used. */
export const OFFERED: readonly string[] =
  'en es fr pt de it ca eu gl nl da sv no fi is ga cy pl cs sk sl hr sr bg ro hu el tr ru uk ar fa he ku hi bn ur ta sw am yo zu ja ko zh vi th id tl qu gn eo'.split(
    ' ',
  )

/** What a language is called in a language; its tag where that is not known. */
export function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
