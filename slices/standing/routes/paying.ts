/** How members pay. */
import { type Serving, serve } from '#kernel/serve.ts'
import { meIn } from '#kernel/session.ts'
import { readPaying, setAccount } from '../api/keeping.ts'
import { epcCode } from '../rules/epc.ts'
import { explain, type Line } from '../rules/explain.ts'
import { lineText, quantityText } from '../rules/explain-text.ts'
import { inGroups } from '../rules/reference.ts'
import { accountOf, referenceOf, setAccount as saveAccount } from '../store/payments.ts'
import { keepsStanding } from '../store/seeing.ts'
import { askedFor, judge } from '../store/standings.ts'
import { circleNamed, tellingFor } from './seeing.ts'

const isMoney = ({ unit }: { unit: string }) => /^[A-Z]{3}$/.test(unit)
const inEuros = (lines: readonly Line[]) =>
  lines.flatMap(({ missing }) => missing.find(({ unit }) => unit === 'EUR') ?? [])

const read = serve(readPaying, async (call) => {
  const { db, params, query, caller, now } = call
  const { circle } = params
  const person = meIn(caller)
  const asked = await askedFor(db, now)
  const { judging, all } = await judge(db, circle, person, asked)
  const [one] = all
  const lines = one ? explain(judging.plan, one.facts, one.standing, asked) : []
  const { telling } = await tellingFor(call)
  const [account, reference, name] = await Promise.all([
    accountOf(db, circle),
    call.transact((tx) => referenceOf(tx, circle, person)),
    circleNamed(call, circle),
  ])
  const first = inEuros(lines)[0]?.amount ?? null
  const minor = query.minor ?? first
  return {
    circle: name,
    account: account && { name: account.name, iban: inGroups(account.iban) },
    reference: inGroups(reference),
    owes: lines.flatMap((line) =>
      line.missing.filter(isMoney).map((quantity) => ({
        text: quantityText(quantity, telling.say),
        why: `${lineText(line, telling).title}: ${lineText(line, telling).owed}`,
        quantity,
      })),
    ),
    minor,
    amount: minor === null ? null : quantityText({ unit: 'EUR', amount: minor }, telling.say),
    code: account && minor !== null ? epcCode({ ...account, minor, reference }) : null,
    keeps: await keepsStanding(db, person, circle),
  }
})

const set = serve(setAccount, async ({ params, body, caller, now, transact }) => {
  await transact((tx) =>
    saveAccount(tx, params.circle, body, { by: caller.person, now }).then(() => null),
  )
  return {}
})

export const payingServings: readonly Serving[] = [read, set]
