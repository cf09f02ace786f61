/** Two who write to the same two topics in opposite order. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openTestHall } from '#testing/hall.ts'
import { entriesOf, note } from './record.ts'

const hall = await openTestHall({ slices: [] })
after(() => hall.close())

test('who wait for each other both get through, once', async () => {
  const by = { now: hall.clock.now(), actor: null }
  const met = Promise.withResolvers<void>()
  let waiting = 0
  const write = (who: string, first: string, second: string) =>
    hall.hall.transact(async (tx) => {
      await note(tx, `desk:${first}`, [{ kind: 'desk.used', data: { who } }], by)
      waiting += 1
      if (waiting >= 2) met.resolve()
      await met.promise
      await note(tx, `desk:${second}`, [{ kind: 'desk.used', data: { who } }], by)
    })
  await Promise.all([write('Maren', 'east', 'west'), write('Oisín', 'west', 'east')])
  for (const desk of ['desk:east', 'desk:west']) {
    const users = (await entriesOf(hall.hall.db, desk)).map(({ data }) => data['who'])
    assert.deepEqual(users.toSorted(), ['Maren', 'Oisín'])
  }
  assert.deepEqual(hall.errors, [])
})
