import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

/** One catalogue a slice, so that a change to a feature stays in its folder; compiled into one a language. */
export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'es'],
  catalogs: [
    { path: '<rootDir>/slices/{name}/locales/{locale}', include: ['<rootDir>/slices/{name}/'] },
    { path: '<rootDir>/kernel/locales/{locale}', include: ['<rootDir>/kernel', '<rootDir>/app'] },
    { path: '<rootDir>/web/locales/{locale}', include: ['<rootDir>/web/'] },
  ],
  catalogsMergePath: '<rootDir>/dist/locales/{locale}',
  format: formatter({ lineNumbers: false }),
})
