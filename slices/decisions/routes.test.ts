import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isRefusal } from '#kernel/change.ts'
import { dataFolder, moothall } from '#testing/terminal.ts'
import { languageOf } from './routes/asked.ts'
import { recountFile } from './routes/recount.ts'
import { sampleMembers } from './routes/sample.ts'
import { tallyFiles } from './routes/tally.ts'
import { tellWhatIf } from './routes/whatif.ts'
import { Publication, recount } from './rules/publication.ts'
import { publishQuestion } from './rules/question-publication.ts'
import type { QuestionRules } from './rules/verdict.ts'

/** A command in this process: what it prints, and its exit code. */
function run(command: typeof tallyFiles, args: string[], { LANG = 'en' } = {}) {
  const lines: string[] = []
  const code = command(args, (text) => lines.push(text), languageOf({ LANG }))
  return { code, said: lines.join('\n') }
}
const tallied = (args: string[], env?: { LANG: string }) => run(tallyFiles, args, env)
const recounted = (args: string[], env?: { LANG: string }) => run(recountFile, args, env)

async function told(args: string[], { LANG = 'en' } = {}) {
  const lines: string[] = []
  const print = (text: string) => lines.push(text)
  const open = () => Promise.reject(new Error('files need no hall'))
  const code = await tellWhatIf({ args, print, open }, languageOf({ LANG }))
  return { code, said: lines.join('\n') }
}

/** Co-ops that voted, none against. */
const fromCoops = (favour: number, eligible: number) => {
  const none = { against: 0, abstain: 0, block: 0 }
  return { college: 'co-ops', eligible, present: favour, favour, ...none }
}
const consensus: QuestionRules = {
  base: 'cast',
  weights: { reading: 'flat' },
  threshold: null,
  inEach: null,
  quorum: null,
  block: 'stops',
  leastFavour: null,
  mostAgainst: null,
}

const vector = (name: string) => fileURLToPath(new URL(`./rules/vectors/${name}`, import.meta.url))

test('Devika counts a file in her terminal, and reads how it went', async () => {
  const counted = await moothall(['tally', vector('bakehouse.blt'), '--transcript'], { LANG: 'en' })
  assert.equal(counted.code, 0, counted.said)
  assert.match(counted.said, /18 papers for 2 seats: the quota is 7\./)
  assert.match(counted.said, /Maren Solheim has 2 votes more than the quota/)
  assert.match(counted.said, /By scottish-stv, from 18 papers: Maren Solheim, Oisín Farrelly\./)
})

test('in Spanish, Chiara reads the same count', () => {
  const counted = tallied([vector('bakehouse.blt')], { LANG: 'es_ES.UTF-8' })
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
  const counted = tallied([...files, '--json', '--method', 'irv', '--seats', '1'])
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
  const stopped = tallied([file, '--tie', 'none'], { LANG: 'en' })
  assert.equal(stopped.code, 1)
  assert.match(stopped.said, /Rye, Barley, Oat are level and no rule for ties was declared/)
  const draws = [1, 2].map(() => tallied([file, '--tie', 'lot:six dice 2 5 5 1 6 3', '--json']))
  assert.equal(draws[0]?.said, draws[1]?.said)
})

test('each method from the files that carry it, and what it left counts again', async () => {
  await using folder = await dataFolder()
  const write = async (name: string, text: string) => {
    const path = join(folder.path, name)
    await writeFile(path, text)
    return path
  }
  const stars = await write('stars.csv', 'count,Rye,Oat,Spelt\n3,5,3,\n4,1,4,5\n2,0,5,2\n')
  const dots = await write('dots.csv', 'Rye,Oat,Spelt\n8,,\n,6,2\n1,5,2\n9,,\n')
  const ticks = await write('ticks.csv', 'Rye,Oat,Spelt\n1,1,\n1,,\n1,0,\n,1,1\n')
  const sizes = await write('circles.csv', 'Circle,Members\nRye,53\nOat,24\nSpelt,23\n')
  const budget = await write(
    'garden.pb',
    'META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n1;60;Pond\n2;50;Bench\n3;40;"Sun; shade"\nVOTES\nvoter_id;vote\n1;1,3\n2;1\n3;2,3\n',
  )
  const table: [string, string, string[], string[]][] = [
    [stars, 'star', [], ['Oat']],
    [stars, 'majority-judgment', ['--seats', '2'], ['Oat', 'Spelt']],
    [stars, 'score', ['--none', '2'], []],
    [stars, 'schulze', ['--scale', '0-5'], ['Oat']],
    [vector('ward.csv'), 'approval', ['--seats', '1'], ['Aroha Ngata']],
    [dots, 'dots', ['--together', '8'], ['Oat']],
    [ticks, 'approval', ['--seats', '2', '--least', '1:3'], ['Rye', 'Spelt']],
    [ticks, 'phragmen', ['--seats', '2'], ['Rye', 'Oat']],
    [sizes, 'hamilton', ['--seats', '5'], ['Rye', 'Rye', 'Rye', 'Oat', 'Spelt']],
    [budget, 'greedy-budget', [], ['Pond', 'Sun; shade']],
    [budget, 'equal-shares', [], ['Pond', 'Sun; shade']],
    [vector('bakehouse.blt'), 'approval', ['--seats', '1'], ['Chiara Bellandi']],
  ]
  for (const [file, method, more, names] of table) {
    const counted = tallied([file, '--method', method, ...more, '--publish'])
    assert.equal(counted.code, 0, `${method}: ${counted.said}`)
    const published = Publication.parse(JSON.parse(counted.said))
    const elected = published.outcome.elected.toSorted((a, b) => a - b)
    const said = elected.map((one) => published.candidates[one - 1]?.name)
    assert.deepEqual(said, names, method)
    const again = recount(published)
    assert.deepEqual(!isRefusal(again) && again.differs, [])
  }
  const spoken = tallied([stars, '--method', 'star', '--transcript'], { LANG: 'es' })
  assert.match(spoken.said, /Las dos más altas se enfrentan: /)
  const alien = tallied([stars, '--method', 'star', '--none', '9'], { LANG: 'en' })
  assert.match(alien.said, /There is no candidate with the number 9/)
  const marks = tallied([vector('bakehouse.blt'), '--method', 'star'], { LANG: 'en' })
  assert.match(marks.said, /The method star counts marks, and these ballots rank/)
})

test('Aroha asks how it was counted, and what would have changed it', () => {
  const plain = tallied([vector('bakehouse.blt'), '--explain'])
  assert.match(plain.said, /18 papers took part, none was empty or not valid, for 2 seats\./)
  assert.match(
    plain.said,
    /With 1 more paper naming only Chiara Bellandi, Chiara Bellandi would have/,
  )
  const json = JSON.parse(tallied([vector('bakehouse.blt'), '--explain', '--json']).said)
  assert.equal(json.explained.length, 4)
  assert.equal(json.picture.kind, 'flows')
})

test('what if: one election by other methods, fifteen decisions under a quorum', async () => {
  await using folder = await dataFolder()
  const write = async (name: string, text: string) => {
    const path = join(folder.path, name)
    await writeFile(path, text)
    return path
  }
  const counted = tallied([vector('bakehouse.blt'), vector('commons.blt'), '--publish'])
  const elections = await write('elections.json', counted.said)
  const approval = await told(['--method', 'plurality', elections])
  assert.equal(approval.code, 0, approval.said)
  assert.match(approval.said, /of 2 decisions would have come out otherwise/)

  const { coops: eligible, decisions } = JSON.parse(await readFile(vector('cotech.json'), 'utf8'))
  const published = decisions.map(({ title, coops }: { title: string; coops: number }) =>
    publishQuestion({ title, kind: 'ordinary' }, [fromCoops(coops, eligible)], consensus),
  )
  const past = await write('past.json', JSON.stringify(published))
  const quorum = { '*': { quorum: { of: 'voters', reach: '50 %' } } }
  const rules = await write('rules.json', JSON.stringify({ questions: quorum }))
  const flips = await told([past, '--constitution', rules])
  assert.match(flips.said, /14 of 15 decisions would have come out otherwise, had all voted as/)
  assert.match(flips.said, /Reconfigure: flips\. Took part: 30\.76 % of the roll; at least 50 %/)
  const said = await told([past, '--constitution', rules, '--json'])
  const lines = said.said.split('\n')
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)).flatMap(({ title, after }) => (after ? [title] : [])),
    ['GreenNet'],
  )
  assert.equal(recounted([past]).code, 0)
  const changed = await write(
    'changed.json',
    JSON.stringify(published[1]).replace('"favour":8', '"favour":9'),
  )
  assert.match(recounted([changed]).said, /It does not fit; what was published differs in: /)

  const untold = await told([past, '--method', 'irv'])
  assert.equal(untold.code, 1)
  assert.match(
    untold.said,
    /GreenNet: can not be told\. These rules say nothing of decisions of the kind/,
  )
  await assert.rejects(told([past]), /Say under what: --method METHOD, or --constitution FILE/)
  await assert.rejects(told([past, '--constitution', past]), /is no constitution that decisions/)
})

test('a jury is drawn by class, and drawn again from what was published', async () => {
  await using folder = await dataFolder()
  const file = join(folder.path, 'members.csv')
  const jury = join(folder.path, 'jury.json')
  const users = Array.from({ length: 9 }, (_, at) => `per_user${at},users`)
  await writeFile(file, ['id,class', ...users, 'per_kwame,workers', 'per_ines,workers'].join('\n'))
  const lines: string[] = []
  const seed = 'six dice 2 5 5 1 6 3'
  const args = [file, '--size', '4', '--seed', seed, '--by-class', '--title', 'Lease']
  assert.equal(
    sampleMembers(args, (text) => lines.push(text)),
    0,
  )
  await writeFile(jury, lines.join('\n'))
  const { drawn, pool } = JSON.parse(lines.join('\n'))
  assert.equal(pool.length, 11)
  assert.equal(drawn.filter((id: string) => id.startsWith('per_user')).length, 3)
  assert.match(recounted([jury]).said, /Drawn again, it comes to the same\. Drawn: per_/)
  await writeFile(jury, lines.join('\n').replace(seed, 'another'))
  assert.equal(recounted([jury]).code, 1)
  assert.throws(() => sampleMembers([file, '--size', '2'], () => {}), /Say the seed/)
})

test('who mistypes is told how it goes', async () => {
  const typed = await moothall(['tally', 'x.blt', '--method', 'acclaim'])
  assert.equal(typed.code, 64)
  for (const [args, said] of [
    [[], /Name at least one file of ballots/],
    [['x.blt', '--method', 'acclaim'], /There is no method "acclaim"\. Methods: scottish-stv/],
    [['x.blt', '--seats', 'two'], /--seats is a whole number/],
    [['x.blt', '--tie', 'coin'], /--tie is order, none, lot:SEED/],
    [['x.csv', '--scale', '5'], /--scale is from the least to the most: 0-5/],
    [['x.csv', '--method', 'dots'], /--together says how many dots each has to lay/],
    [['x.csv', '--least', 'two'], /--least is how many of which candidates/],
  ] as const) {
    assert.throws(() => tallied([...args]), said)
  }
  const missing = tallied(['/nowhere/x.blt'])
  assert.equal(missing.code, 1)
  assert.match(missing.said, /\/nowhere\/x\.blt can't be read \(ENOENT\)/)
})

test('Ngozi counts again what was published, and finds the paper that was changed', async () => {
  await using folder = await dataFolder()
  const file = join(folder.path, 'count.json')
  const published = tallied([vector('commons.blt'), '--method', 'meek', '--publish'])
  await writeFile(file, published.said)
  const again = recounted([file])
  assert.equal(again.code, 0, again.said)
  assert.match(
    again.said,
    /every step is the same\. Elected: Maren Solheim, Oisín Farrelly, Aroha Ngata/,
  )

  await writeFile(file, published.said.replace('"8 6"', '"9 6"'))
  const changed = recounted([file, '--json'])
  assert.equal(changed.code, 1)
  assert.deepEqual(JSON.parse(changed.said).differs.slice(-2), ['steps', 'fingerprint'])

  await writeFile(file, '{"moothall":"count/1"}')
  assert.throws(() => recounted([file]), /is not a published count/)
})
