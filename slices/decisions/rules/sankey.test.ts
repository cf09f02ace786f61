/** The Sankey picture of transfers: nothing is lost between its columns, nothing covers anything. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/change.ts'
import { drawnElections, electionFrom, electionOf } from '#testing/elections.ts'
import type { Cast } from './methods.ts'
import { countBy } from './methods.ts'
import { pictureOf } from './picture.ts'
import { MOST_TOLD, type Sankey, sankeyOf } from './sankey.ts'

function drawn(method: string, cast: Cast, lot: number[] | null = null) {
  const count = countBy(method, cast, lot)
  assert.ok(!isRefusal(count), JSON.stringify(count))
  const picture = pictureOf(count)
  assert.equal(picture.kind, 'flows')
  return { count, sankey: sankeyOf(picture, count.elected) }
}

const near = (a: number, b: number) => Math.abs(a - b) < 0.01
const columnsOf = ({ nodes }: Sankey) => [...Map.groupBy(nodes, ({ x }) => x).values()]

test('a runoff of three: who goes out flows to the other and to nobody, who is elected stands on top', () => {
  const { sankey } = drawn('irv', electionOf({ names: 'a b c', papers: '5 a, 4 b, 2 c>b, 1 c' }))
  assert.deepEqual(
    sankey.nodes.map(({ stage, who, votes }) => [stage, who, votes]),
    [
      [1, 1, '4'],
      [1, 0, '5'],
      [1, 2, '3'],
      [2, 1, '6'],
      [2, 0, '5'],
      [2, 'nobody', '1'],
    ],
  )
  assert.deepEqual(
    sankey.ribbons.map(({ from, to, moved }) => [from, to, moved]),
    [
      [1, 1, false],
      [0, 0, false],
      [2, 1, true],
      [2, 'nobody', true],
    ],
  )
})

test('of thirty candidates the ten bands that matter are told, and the elected are among them', () => {
  const names = Array.from({ length: 30 }, (_, at) => `c${at}`).join(' ')
  const papers = Array.from({ length: 30 }, (_, at) => `${40 - at} c${at}>c${(at + 7) % 30}`)
  const cast = electionOf({ seats: 3, names, papers: papers.join(', ') })
  const { count, sankey } = drawn('scottish-stv', cast)
  const told = new Set(sankey.nodes.map(({ who }) => who))
  assert.ok(told.has('others'))
  assert.ok([...told].filter((who) => who !== 'nobody').length <= MOST_TOLD)
  for (const who of count.elected) assert.ok(told.has(who))
})

suite('whatever was cast', () => {
  test('columns are equally full, and what reaches somebody is what they hold', () => {
    fc.assert(
      fc.property(drawnElections(), (election) => {
        const { sankey } = drawn('scottish-stv', electionFrom(election), election.lot)
        const columns = columnsOf(sankey)
        const full = columns.map((nodes) => nodes.reduce((sum, { height }) => sum + height, 0))
        for (const one of full) assert.ok(near(one, full[0] ?? 0))
        for (const node of columns.slice(1).flat()) {
          const came = sankey.ribbons.filter(({ to, toX }) => to === node.who && toX === node.x)
          const height = came.reduce((sum, ribbon) => sum + ribbon.height, 0)
          assert.ok(near(height, node.height), `${node.who} in stage ${node.stage}`)
        }
        for (const { y, toY, height } of sankey.ribbons)
          assert.ok(y >= 0 && toY >= 0 && Math.max(y, toY) + height <= sankey.height + 0.01)
      }),
      { numRuns: 100 },
    )
  })
})
