/** What stands in one entry of a statement, and the payments that it is. */
import type { Day } from './days.ts'
import { minorOf } from './money.ts'

export type BankLine = {
  /** The line of the file, for people. */
  line: number
  day: Day
  minor: number
  currency: string
  direction: 'in' | 'out'
  /** Money that came back to whoever sent it. */
  returned: boolean
  name: string
  /** Everything that was written with it: references and text. */
  text: string
  /** The bank's own name for it; empty when there is none. */
  bankRef: string
}

/** One entry, or one of its details. */
export type Draft = {
  line: number
  amount: string
  currency: string
  side: string
  reversed: boolean
  reason: boolean
  status: string
  day: string
  debtor: string
  creditor: string
  texts: string[]
  bankRef: string
}

export function newDraft(line: number): Draft {
  return {
    line,
    amount: '',
    currency: '',
    side: '',
    reversed: false,
    reason: false,
    status: '',
    day: '',
    debtor: '',
    creditor: '',
    texts: [],
    bankRef: '',
  }
}

type Take = [RegExp, (into: Draft, text: string) => void]

/** What stands at a path below an entry or a detail, and where it goes. */
const TAKES: readonly Take[] = [
  [/^(TxAmt\/|AmtDtls\/TxAmt\/)?Amt$/, (into, text) => void (into.amount = text)],
  [/^CdtDbtInd$/, (into, text) => void (into.side = text)],
  [/^RvslInd$/, (into, text) => void (into.reversed = text === 'true' || text === '1')],
  [/^RtrInf\/Rsn\/(Cd|Prtry)$/, (into) => void (into.reason = true)],
  [/^Sts(\/Cd)?$/, (into, text) => void (into.status = text)],
  [/^BookgDt\/(Dt|DtTm)$/, (into, text) => void (into.day = text.slice(0, 10))],
  [/^ValDt\/(Dt|DtTm)$/, (into, text) => void (into.day ||= text.slice(0, 10))],
  [/^RltdPties\/Dbtr\/(Pty\/)?Nm$/, (into, text) => void (into.debtor = text)],
  [/^RltdPties\/Cdtr\/(Pty\/)?Nm$/, (into, text) => void (into.creditor = text)],
  [/^RmtInf\/Ustrd$/, (into, text) => void into.texts.push(text)],
  [/^RmtInf\/Strd\/CdtrRefInf\/Ref$/, (into, text) => void into.texts.push(text)],
  [
    /^Refs\/EndToEndId$/,
    (into, text) => {
      if (text !== 'NOTPROVIDED') into.texts.push(text)
    },
  ],
  [/^(Refs\/)?AcctSvcrRef$/, (into, text) => void (into.bankRef = text)],
  [/^(Refs\/TxId|NtryRef)$/, (into, text) => void (into.bankRef ||= text)],
]

/** Takes what matters; the currency stands as an attribute of an amount. */
export function takeInto(draft: Draft, path: string, text: string, currency: string): void {
  const take = TAKES.find(([at]) => at.test(path))
  if (!take) return
  take[1](draft, text)
  if (path.endsWith('Amt')) draft.currency = currency
}

export type EntryTrouble = 'no-amount' | 'no-day'

function lineOf(entry: Draft, detail: Draft): BankLine | EntryTrouble {
  const currency = detail.currency || entry.currency
  const amount = /^\d+(\.\d+)?$/.test(detail.amount) ? detail.amount : ''
  const minor =
    /^[A-Z]{3}$/.test(currency) && amount !== '' ? minorOf(shortened(amount), currency) : null
  if (minor === null || minor === 0) return 'no-amount'
  const day = detail.day || entry.day
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return 'no-day'
  const direction = (detail.side || entry.side) === 'CRDT' ? 'in' : 'out'
  return {
    line: detail.line,
    day,
    minor,
    currency,
    direction,
    returned: detail.reversed || entry.reversed || detail.reason || entry.reason,
    name: direction === 'in' ? detail.debtor || entry.debtor : detail.creditor || entry.creditor,
    text: [...new Set([...detail.texts, ...entry.texts])].join(' '),
    bankRef: detail.bankRef || entry.bankRef,
  }
}

/** Banks write "60.00000"; trailing noughts beyond the cents say nothing. */
function shortened(amount: string): string {
  return amount.replace(/(\.\d\d)0+$/, '$1')
}

/** The payments of an entry: itself, or its details where there are several. */
export function linesOf(entry: Draft, details: readonly Draft[]): (BankLine | EntryTrouble)[] {
  const [only] = details
  if (details.length > 1)
    return details.map((detail) => {
      const line = lineOf(entry, detail)
      return typeof line === 'string' || detail.bankRef !== '' ? line : { ...line, bankRef: '' }
    })
  const one = only ? { ...only, amount: entry.amount, currency: entry.currency } : entry
  return [lineOf(entry, one)]
}
