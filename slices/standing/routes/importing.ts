/** Importing tables and bank statements, and placing what nobody could place. */
import { type Id, isIdOf } from '#kernel/ids.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, type Serving, serve } from '#kernel/serve.ts'
import { todayIn } from '#slices/constitutions/index.ts'
import { importStatement, importTable, listPayments, placePayment } from '../api/keeping.ts'
import type { Mapping } from '../rules/csv-cells.ts'
import { quantityText } from '../rules/explain-text.ts'
import { addEvidence, paymentToReturn } from '../store/evidence.ts'
import { importBeside } from '../store/import-work.ts'
import { lockPayment, openPayments, savePayment } from '../store/payments.ts'
import { memberNames } from '../store/telling.ts'
import type { CircleId } from '#slices/circles/index.ts'
import { TROUBLE } from './import-words.ts'
import { knownMember } from './keeping.ts'
import { tellingFor } from './seeing.ts'

const MOST_TROUBLES = 500

type Given = { circle: CircleId; file: string; dry: boolean; mapping: Mapping | null }

async function runImport(call: Call, { circle, file, dry, mapping }: Given) {
  const { db, hall, caller, now } = call
  const bytes = new Uint8Array(Buffer.from(file, 'base64'))
  const today = await todayIn(db, now)
  const importing = { circle, today, bytes, dry, by: caller.person, now }
  const done = await importBeside(hall, importing, mapping)
  const { telling, names } = await tellingFor(
    call,
    done.first.map(({ name }) => name),
  )
  return {
    ...done,
    dry,
    troubleCount: done.troubles.length,
    troubles: done.troubles.slice(0, MOST_TROUBLES).map(({ line, column, what }) => ({
      line,
      sentence: telling.say(TROUBLE[what], { column }),
    })),
    first: done.first.map(({ line, day, unit, amount, name, by }) => ({
      line,
      day,
      text: quantityText({ unit, amount }, telling.say),
      name: names.get(name) ?? name,
      by,
    })),
  }
}

const table = serve(importTable, (call) => {
  const { file, dry, mapping } = call.body
  return runImport(call, { circle: call.params.circle, file, dry, mapping })
})

const statement = serve(importStatement, (call) => {
  const { file, dry } = call.body
  return runImport(call, { circle: call.params.circle, file, dry, mapping: null })
})

const list = serve(listPayments, async (call) => {
  const open = await openPayments(call.db, call.params.circle)
  const { telling } = await tellingFor(call)
  const names = await memberNames(
    call.db,
    open.flatMap(({ proposed }) => proposed),
  )
  return {
    payments: open.map(({ id, day, minor, currency, returned, name, text, proposed }) => ({
      id,
      day,
      text: quantityText({ unit: currency, amount: returned ? -minor : minor }, telling.say),
      returned,
      name,
      said: text,
      proposed: proposed.filter(isMemberId).map((member) => ({
        member,
        name: names.get(member) ?? '',
      })),
    })),
  }
})

const isPerson = isIdOf('per')
const isCircle = isIdOf('cir')

function isMemberId(id: string): id is Id<'per'> | Id<'cir'> {
  return isPerson(id) || isCircle(id)
}

const place = serve(placePayment, async (call) => {
  const { db, params, body, caller, now } = call
  const { circle } = params
  const { member } = body
  if (member !== null) await knownMember(call, circle, member)
  const today = await todayIn(db, now)
  await call.transact(async (tx) => {
    const payment = await lockPayment(tx, circle, params.payment)
    if (!payment) throw new Refused('not-found')
    if (payment.state !== 'open') throw new Refused('payment-placed')
    if (member === null) {
      await savePayment(tx, payment.id, { state: 'aside', member: null, evidence: null })
      return
    }
    const { minor, currency: unit, day: happened, text, key, returned } = payment
    const corrects = returned
      ? await paymentToReturn(tx, circle, { member, unit, amount: minor, until: happened })
      : null
    if (returned && corrects === null) throw new Refused('nothing-to-return')
    const amount = returned ? -minor : minor
    const note = text.slice(0, 300)
    const gift = { member, unit, amount, happened, duty: null, corrects, note, key }
    const adding = { circle, source: 'bank', known: today } as const
    const [added] = await addEvidence(tx, adding, [gift], { by: caller.person, now })
    if (!added) throw new Refused('payment-placed')
    await savePayment(tx, payment.id, { state: 'placed', member, evidence: added.id })
  })
  return {}
})

export const importingServings: readonly Serving[] = [table, statement, list, place]
