/**
 * References: how a payment says whose it is.
 * 1. A creditor reference (ISO 11649) is RF, two check digits and up to 21 letters or digits. Moved to
 *    the end, with A = 10 … Z = 35, the whole is 1 modulo 97 (ISO 7064), so no single slip passes.
 * 2. People and banks write it with blanks, dots and in small letters; that does not matter.
 * 3. An account number (IBAN, ISO 13616) is checked by the same rule.
 */
import { line } from '#kernel/text.ts'

/** The remainder modulo 97 of letters and digits, as ISO 7064 reads them. */
function remainderOf(text: string): number {
  let rest = 0
  for (const sign of text) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

const tidy = (text: string) => text.replaceAll(/[^0-9a-zA-Z]/g, '').toUpperCase()
const turned = (text: string) => text.slice(4) + text.slice(0, 4)

/** The creditor reference around 1 to 21 letters and digits. */
export function creditorReference(body: string): string {
  const check = 98 - remainderOf(`${tidy(body)}RF00`)
  return `RF${String(check).padStart(2, '0')}${tidy(body)}`
}

/** Law 1; false for anything that is not one. */
export function isCreditorReference(text: string): boolean {
  const reference = tidy(text)
  return /^RF\d{2}[0-9A-Z]{1,21}$/.test(reference) && remainderOf(turned(reference)) === 1
}

/** In groups of four, as people copy it. */
export function inGroups(text: string): string {
  return tidy(text).replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** All creditor references of this length that stand in a text, whatever stands around and within. */
export function referencesIn(text: string, length: number): string[] {
  const whole = tidy(text)
  const found = new Set<string>()
  for (let at = whole.indexOf('RF'); at !== -1; at = whole.indexOf('RF', at + 1)) {
    const candidate = whole.slice(at, at + length)
    if (candidate.length === length && isCreditorReference(candidate)) found.add(candidate)
  }
  return [...found]
}

export function isIban(text: string): boolean {
  const iban = tidy(text)
  return /^[A-Z]{2}\d{2}[0-9A-Z]{11,30}$/.test(iban) && remainderOf(turned(iban)) === 1
}

/** An account as people type it; kept without blanks. */
export const Iban = line(60)
  .refine(isIban, { error: 'is not an account number (IBAN): its check digits do not fit' })
  .transform(tidy)
