/**
 * The payment code that banking apps read from a picture: EPC069-12, version 2 ("Quick Response Code:
 * Guidelines to Enable Data Capture for the Initiation of a SEPA Credit Transfer").
 * 1. Lines in order: BCD, 002, 1 (UTF-8), SCT, the bank (may be empty), the name, the account, the
 *    amount, a purpose, a structured reference or a text (never both), information for the payer.
 * 2. Euros only, from 0.01 to 999999999.99. The whole has at most 331 bytes; the picture corrects
 *    errors at level M.
 */

export type Payment = { name: string; iban: string; minor: number; reference: string }

const MOST_BYTES = 331
const MOST_NAME = 70

function amountText(minor: number): string {
  return `EUR${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`
}

/** Null where the code cannot say it: another currency never comes here, too large a sum does. */
export function epcCode({ name, iban, minor, reference }: Payment): string | null {
  if (minor < 1 || minor > 99_999_999_999) return null
  const called = [...name.replaceAll(/\s+/g, ' ').trim()].slice(0, MOST_NAME).join('')
  const lines = ['BCD', '002', '1', 'SCT', '', called, iban, amountText(minor), '', reference]
  const code = lines.join('\n')
  return new TextEncoder().encode(code).length <= MOST_BYTES ? code : null
}
