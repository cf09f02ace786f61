/** What follows when somebody is accepted. */
import type { Transaction } from '#kernel/database.ts'
import { classOf, joinCircle, makeCircle, sendDelegate, writeCard } from '#slices/circles/index.ts'
import type { Application } from '../store/applications.ts'
import type { By } from '../store/tables.ts'

/** The person is a member; or their co-op is, and they are its first delegate. */
export async function letIn(tx: Transaction, application: Application, by: By): Promise<void> {
  const { circle, class: named, person, coop } = application
  if (!coop) {
    if ((await classOf(tx, { circle, member: person })) === null)
      await joinCircle(tx, circle, person, { ...by, class: named })
    return
  }
  const { name, ...card } = coop
  const given = { name, parent: circle, kind: 'autonomous' as const, elsewhere: true, class: named }
  const body = await makeCircle(tx, given, by)
  await writeCard(tx, body, { ...card, tools: '', contacts: '', site: '' }, by)
  await sendDelegate(tx, { circle, body, person, alternate: false, mandate: '', ends: null }, by)
}
