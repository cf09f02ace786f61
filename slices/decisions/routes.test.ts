import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { dataFolder, moothall } from '#testing/terminal.ts'

const vector = (name: string) => fileURLToPath(new URL(`./rules/vectors/${name}`, import.meta.url))

test('Devika counts a file, and reads how it went', async () => {
  const counted = await moothall(['tally', vector('bakehouse.blt'), '--transcript'], { LANG: 'en' })
  assert.equal(counted.code, 0, counted.said)
  assert.match(counted.said, /18 papers for 2 seats: the quota is 7\./)
  assert.match(counted.said, /Maren Solheim has 2 votes more than the quota/)
  assert.match(counted.said, /By scottish-stv, from 18 papers: Maren Solheim, Oisín Farrelly\./)
})

test('in Spanish, Chiara reads the same count', async () => {
  const counted = await moothall(['tally', vector('bakehouse.blt')], { LANG: 'es_ES.UTF-8' })
  assert.match(counted.said, /18 papeletas: Maren Solheim y Oisín Farrelly\./)
})

test('many files in one run give a line of JSON each, and one that can not be read says where', async () => {
  await using folder = await dataFolder()
  const ranks = join(folder.path, 'ranks.csv')
  const commas = join(folder.path, 'commas.blt')
  const old = join(folder.path, 'old.soi')
  await writeFile(ranks, 'count,Rye,Barley,Oat\n3,1,2,\n2,,1,2\n4,2,2,1\n')
  await writeFile(commas, '2,1\n1,2,0\n0\n')
  await writeFile(old, '3\n1,Rye\n2,Barley\n3,Oat\n5,5,2\n3,1,2\n2,3,{1,2}\n')
  const files = [vector('bakehouse.blt'), ranks, commas, old, vector('ward.csv')]
  const counted = await moothall(['tally', ...files, '--json', '--method', 'irv', '--seats', '1'])
  assert.equal(counted.code, 1)
  const lines = counted.said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  assert.deepEqual(
    lines.map(({ elected, details }) => elected ?? details),
    [[1], [3], { line: 1, column: 2, why: lines[2]?.details.why }, [1], [2]],
  )
  assert.deepEqual(lines[0], {
    file: files[0],
    method: 'irv',
    seats: 1,
    candidates: 4,
    ballots: 18,
    elected: [1],
    names: ['Maren Solheim'],
    rounds: 4,
  })
})

test('a tie without a rule stops the count, and a lot that was drawn can be drawn again', async () => {
  await using folder = await dataFolder()
  const file = join(folder.path, 'tie.blt')
  await writeFile(file, '3 1\n2 1 0\n2 2 0\n2 3 0\n0\n"Rye"\n"Barley"\n"Oat"\n"Bread"\n')
  const stopped = await moothall(['tally', file, '--tie', 'none'], { LANG: 'en' })
  assert.equal(stopped.code, 1)
  assert.match(stopped.said, /Rye, Barley, Oat are level and no rule for ties was declared/)
  const draws = await Promise.all(
    [1, 2].map(() => moothall(['tally', file, '--tie', 'lot:six dice 2 5 5 1 6 3', '--json'])),
  )
  assert.equal(draws[0]?.said, draws[1]?.said)
})

test('who mistypes is told how it goes', async () => {
  for (const [args, said] of [
    [[], /Name at least one file of ballots/],
    [['x.blt', '--method', 'acclaim'], /There is no method "acclaim"\. Methods: scottish-stv/],
    [['x.blt', '--seats', 'two'], /--seats is a whole number/],
    [['x.blt', '--tie', 'coin'], /--tie is order, none, lot:SEED/],
  ] as const) {
    const counted = await moothall(['tally', ...args])
    assert.equal(counted.code, 64)
    assert.match(counted.said, said)
  }
  const missing = await moothall(['tally', '/nowhere/x.blt'])
  assert.equal(missing.code, 1)
  assert.match(missing.said, /\/nowhere\/x\.blt can't be read \(ENOENT\)/)
})

test('Ngozi counts again what was published, and finds the paper that was changed', async () => {
  await using folder = await dataFolder()
  const file = join(folder.path, 'count.json')
  const published = await moothall([
    'tally',
    vector('commons.blt'),
    '--method',
    'meek',
    '--publish',
  ])
  await writeFile(file, published.said)
  const again = await moothall(['recount', file], { LANG: 'en' })
  assert.equal(again.code, 0, again.said)
  assert.match(
    again.said,
    /every step is the same\. Elected: Maren Solheim, Oisín Farrelly, Aroha Ngata/,
  )

  await writeFile(file, published.said.replace('"8 6"', '"9 6"'))
  const changed = await moothall(['recount', file, '--json'])
  assert.equal(changed.code, 1)
  assert.deepEqual(JSON.parse(changed.said).differs.slice(-2), ['steps', 'fingerprint'])

  await writeFile(file, '{"moothall":"count/1"}')
  const broken = await moothall(['recount', file])
  assert.equal(broken.code, 1)
  assert.match(broken.said, /is not a published count/)
})
