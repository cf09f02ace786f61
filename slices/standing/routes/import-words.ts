/** What is wrong with a line of an import, in sentences. */
import type { Import } from '../store/importing.ts'

type What = Import['troubles'][number]['what']

export const TROUBLE: Record<What, { id: string; message: string }> = {
  'no-column': /*i18n*/ {
    id: 'standing.import.no-column',
    message: 'There is no column “{column}”. Choose another one for it.',
  },
  'not-a-table': /*i18n*/ {
    id: 'standing.import.not-a-table',
    message: 'This is no table, or a quote in it never ends. Save it as CSV once more.',
  },
  'no-who': /*i18n*/ { id: 'standing.import.no-who', message: 'Nobody stands in “{column}”.' },
  'no-day': /*i18n*/ {
    id: 'standing.import.no-day',
    message: 'No day can be read in “{column}”. Look at the order of day, month and year.',
  },
  'no-amount': /*i18n*/ {
    id: 'standing.import.no-amount',
    message:
      'No amount can be read in “{column}”. It is more than nothing, as 12.50 or 1.250,00; hours make whole minutes.',
  },
  'too-many': /*i18n*/ {
    id: 'standing.import.too-many',
    message: 'The file is too long. Cut it into several.',
  },
  nobody: /*i18n*/ {
    id: 'standing.import.nobody',
    message: 'No member of this circle has this address, reference or name.',
  },
  several: /*i18n*/ {
    id: 'standing.import.several',
    message: 'Several members have this name. Write the mail address or the reference instead.',
  },
  'not-yet': /*i18n*/ {
    id: 'standing.import.not-yet',
    message: 'That day has not come yet.',
  },
  doctype: /*i18n*/ { id: 'standing.import.refused', message: 'This file cannot be read.' },
  instruction: /*i18n*/ { id: 'standing.import.refused', message: 'This file cannot be read.' },
  encoding: /*i18n*/ { id: 'standing.import.refused', message: 'This file cannot be read.' },
  'not-camt': /*i18n*/ { id: 'standing.import.refused', message: 'This file cannot be read.' },
  'not-xml': /*i18n*/ { id: 'standing.import.refused', message: 'This file cannot be read.' },
  'too-deep': /*i18n*/ { id: 'standing.import.refused', message: 'This file cannot be read.' },
}
