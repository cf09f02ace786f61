/** Bank statements for tests, as camt.053 files are. */
import { escapeHtml } from '#kernel/text.ts'

export type Booked = {
  amount: string
  day: string
  name: string
  text: string
  ref: string
  currency?: string
  out?: boolean
  returned?: boolean
  status?: string
  parts?: Booked[]
}

function detail(
  { amount, name, text, ref, out, returned, currency = 'EUR' }: Booked,
  several: boolean,
) {
  const party = out ? 'Cdtr' : 'Dbtr'
  return `<TxDtls><Refs><AcctSvcrRef>${several ? ref : ''}</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
    ${several ? `<Amt Ccy="${currency}">${amount}</Amt>` : ''}
    <RltdPties><${party}><Nm>${escapeHtml(name)}</Nm></${party}></RltdPties>
    <RmtInf><Ustrd>${escapeHtml(text)}</Ustrd></RmtInf>
    ${returned ? '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>' : ''}</TxDtls>`
}

function entry(booked: Booked): string {
  const { amount, day, ref, out = false, status = 'BOOK', currency = 'EUR', parts } = booked
  return `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${out ? 'DBIT' : 'CRDT'}</CdtDbtInd>
    <Sts>${status}</Sts>${day ? `<BookgDt><Dt>${day}</Dt></BookgDt>` : ''}<AcctSvcrRef>${ref}</AcctSvcrRef>
    <NtryDtls>${(parts ?? [booked]).map((one) => detail(one, parts !== undefined)).join('')}</NtryDtls></Ntry>`
}

/** A statement with these entries. */
export function statement(entries: readonly Booked[], id = 'S-2026-05'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>
<Stmt><Id>${id}</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></Acct>
${entries.map(entry).join('\n')}
</Stmt></BkToCstmrStmt></Document>`
}
