/** Money as people read it: minor units with a point, and the currency. */

/** Currencies of ISO 4217 whose minor unit is not a hundredth. */
const DIGITS: Record<string, number> = {
  JPY: 0,
  KRW: 0,
  CLP: 0,
  ISK: 0,
  PYG: 0,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
  BHD: 3,
  JOD: 3,
  KWD: 3,
  OMR: 3,
  TND: 3,
}

export function digitsOf(currency: string): number {
  return DIGITS[currency] ?? 2
}

/** 50000 EUR is "500 EUR", 1250 is "12.50 EUR"; exact, whatever the size. */
export function moneyText(minor: number, currency: string): string {
  return `${plainAmount(minor, currency)} ${currency}`
}

/** Without the currency. */
export function plainAmount(minor: number, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const cents = text.slice(text.length - digits)
  const shown = /^0*$/.test(cents) ? whole : `${whole}.${cents}`
  return minor < 0 ? `−${shown}` : shown
}

/**
 * Reads an amount with a point or a comma before the decimals: "1.250,00", "1,250.00", "12.5". Null
 * when it is not clearly an amount of that currency.
 */
export function minorOf(text: string, currency: string): number | null {
  const tidy = text
    .trim()
    .replaceAll(/[\s'\u00a0\u202f]/g, '')
    .replace(/^\u2212/, '-')
  const digits = digitsOf(currency)
  const found = /^([-+]?)(\d{1,3}(?:[.,]\d{3})*|\d+)(?:([.,])(\d{1,3}))?$/.exec(tidy)
  if (!found) return null
  const [, before, grouped = '', point, cents = ''] = found
  const groups = [...grouped].filter((sign) => /[.,]/.test(sign))
  if (new Set(groups).size > 1 || (point !== undefined && groups.includes(point))) return null
  if (cents.length > digits) return null
  // "1.250" alone may be a thousand or one and a quarter: that is not guessed.
  if (point === undefined && groups.length === 1) return null
  const minor = Number(grouped.replaceAll(/[.,]/g, '') + cents.padEnd(digits, '0'))
  if (!Number.isSafeInteger(minor)) return null
  return before === '-' ? -minor : minor
}
