import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

/** WORDS_TO gathers them elsewhere, so that a test can hold the catalogues against the sources. */
const to = process.env['WORDS_TO'] ?? '<rootDir>'

/** One catalogue a slice, so that a change to a feature stays in its folder; compiled into one a language. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es'],
  catalogs: [
    { path: `${to}/slices/{name}/locales/{locale}`, include: ['<rootDir>/slices/{name}/'] },
    { path: `${to}/kernel/locales/{locale}`, include: ['<rootDir>/kernel', '<rootDir>/app'] },
    { path: `${to}/web/locales/{locale}`, include: ['<rootDir>/web/'] },
  ],
  catalogsMergePath: '<rootDir>/dist/locales/{locale}',
  format: formatter({ lineNumbers: false }),
})
