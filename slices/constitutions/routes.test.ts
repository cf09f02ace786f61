/** Constitutions: begun, changed, compared, adopted, read. */
import assert from 'node:assert/strict'
import { after, suite, test } from 'node:test'
import { z } from 'zod'
import { entriesOf } from '#kernel/record.ts'
import { LOCALE_COOKIE } from '#kernel/session.ts'
import { giveRole } from '#slices/circles/index.ts'
import { makeCircle } from '#slices/circles/api.ts'
import { openTestHall } from '#testing/hall.ts'
import { foundedHall, somebody } from '#testing/people.ts'
import * as api from './api.ts'
import { allSections, constitutionAt, emptyParts, PRESETS, presetParts } from './index.ts'
import { wordsIn } from '#kernel/words.ts'

const hall = await openTestHall()
after(() => hall.close())
const { coop, maren } = await foundedHall(hall)
const joost = await somebody(hall, 'Joost van Dalen', { circles: [coop] })
const ngozi = await somebody(hall, 'Ngozi Adeyemi', { circles: [coop] })
const stranger = await somebody(hall, 'Yuki Tanabe')
const at = { params: { circle: coop } }
const TODAY = '2026-12-03'

const Purpose = z.object({ statement: z.string(), readers: z.string() }).loose()

async function draftOf(who = maren) {
  const { draft } = await who.browser.call(api.readDraft, at)
  assert.ok(draft)
  return draft
}

async function restate(statement: string, who = maren) {
  const { parts, revisions } = await draftOf(who)
  const part = { ...Purpose.parse(parts['purpose']), statement }
  const params = { circle: coop, section: 'purpose' }
  const body = { part, revision: revisions['purpose'] ?? 0 }
  return who.browser.call(api.changeDraft, { params, body })
}

suite('a lone steward', () => {
  test('sees in words that there are no rules yet, and begins from a model', async () => {
    const none = await maren.browser.call(api.readConstitution, at)
    assert.deepEqual([none.of, none.shown, none.sections], [null, null, []])
    const { presets, sections } = await maren.browser.call(api.readForm)
    assert.deepEqual(
      presets.map(({ name }) => name),
      ['Open source', 'Consumer co-op', 'Movement', 'Full commons', 'Robert’s Rules of Order'],
    )
    assert.ok(sections.some(({ title }) => title === 'How these rules are changed'))
    await maren.browser.call(api.beginDraft, { ...at, body: { from: 'full-commons' } })
    const again = await maren.browser.refused(api.beginDraft, { ...at, body: { from: 'empty' } })
    assert.equal(again.name, 'draft-open')
  })

  test('never lets rules hold for a day that has passed', async () => {
    const problem = await maren.browser.refused(api.adopt, { ...at, body: { day: '2026-12-02' } })
    assert.equal(problem.name, 'day-passed')
    assert.match(problem.title, /2026-12-02 has\. Choose 2026-12-03/)
  })

  test('cannot adopt what could never be changed again', async () => {
    const { parts, revisions } = await draftOf()
    const params = { circle: coop, section: 'amendment' }
    const whole = z.record(z.string(), z.unknown()).parse(parts['amendment'])
    const wrong = {
      part: { ...whole, quorum: { of: 3, in: 2 } },
      revision: revisions['amendment'] ?? 0,
    }
    const { revision } = await maren.browser.call(api.changeDraft, { params, body: wrong })
    const problem = await maren.browser.refused(api.adopt, { ...at, body: { day: TODAY } })
    assert.equal(problem.name, 'rules-unsound')
    assert.ok(problem.errors?.some(({ path }) => path === 'amendment.quorum'))
    assert.equal((await draftOf()).version.state, 'draft')
    await maren.browser.call(api.changeDraft, { params, body: { part: whole, revision } })
  })

  test('adopts alone, from today on, and the numbers are given', async () => {
    const answer = await maren.browser.call(api.adopt, { ...at, body: { day: TODAY } })
    assert.deepEqual(answer, { state: 'adopted', number: 1 })
    const { shown, sections, inForce, versions } = await ngozi.browser.call(
      api.readConstitution,
      at,
    )
    assert.equal(shown?.id, inForce)
    assert.deepEqual(shown?.adopters, [{ id: maren.id, name: 'Maren Solheim' }])
    assert.equal(versions.length, 1)
    const first = sections[0]?.sentences[0]
    assert.deepEqual([first?.number, first?.given], ['1.1', true])
    const entries = await entriesOf(hall.hall.db, `constitution:${coop}`)
    assert.deepEqual(
      [entries[0], ...entries.slice(-3)].map((entry) => entry?.kind),
      ['constitution.begun', 'constitution.proposed', 'constitution.adopted', 'constitution.began'],
    )
  })

  test('reads the same in Spanish', async () => {
    maren.browser.cookies.set(LOCALE_COOKIE, 'es')
    const { sections } = await maren.browser.call(api.readConstitution, at)
    maren.browser.cookies.set(LOCALE_COOKIE, 'en')
    const said = sections.find(({ name }) => name === 'amendment')?.sentences ?? []
    assert.match(said.map(({ text }) => text).join(' '), /Una versión rige desde su día/)
  })
})

suite('two stewards', () => {
  test('changing one section at once: the second is told, and nothing is lost', async () => {
    await hall.hall.transact((tx) =>
      giveRole(
        tx,
        { circle: coop, person: joost.id, role: 'steward' },
        { by: maren.id, now: hall.clock.now() },
      ),
    )
    await maren.browser.call(api.beginDraft, { ...at, body: {} })
    const { parts, revisions } = await draftOf()
    const purpose = Purpose.parse(parts['purpose'])
    const write = (who: typeof maren, statement: string) => ({
      params: { circle: coop, section: 'purpose' },
      body: { part: { ...purpose, statement }, revision: revisions['purpose'] ?? 0 },
    })
    await maren.browser.call(api.changeDraft, write(maren, 'We keep tools for each other.'))
    const late = write(joost, 'We lend each other tools.')
    const problem = await joost.browser.refused(api.changeDraft, late)
    assert.equal(problem.name, 'draft-changed')
    assert.match(problem.title, /^Maren Solheim changed this section while you did/)
    assert.equal(Purpose.parse(problem['part']).statement, 'We keep tools for each other.')
    const revision = z.int().parse(problem['revision'])
    const body = { ...late.body, revision }
    await joost.browser.call(api.changeDraft, { ...late, body })
    const { draft } = await maren.browser.call(api.readDraft, at)
    assert.equal(Purpose.parse(draft?.parts['purpose']).statement, 'We lend each other tools.')
  })

  test('changing two sections at once: both stand', async () => {
    const { parts, revisions } = await draftOf()
    const whole = z.record(z.string(), z.unknown()).parse(parts['amendment'])
    const one = { part: { ...whole, talkDays: 15 }, revision: revisions['amendment'] ?? 0 }
    await Promise.all([
      restate('We keep tools in common.'),
      joost.browser.call(api.changeDraft, {
        params: { circle: coop, section: 'amendment' },
        body: one,
      }),
    ])
    const both = await draftOf()
    assert.equal(Purpose.parse(both.parts['purpose']).statement, 'We keep tools in common.')
    assert.deepEqual(both.parts['amendment'], { ...whole, talkDays: 15 })
  })

  test('adopt together: one puts it forward, the other confirms', async () => {
    const body = { day: '2027-01-01', why: 'Plainer words.' }
    const put = await maren.browser.call(api.adopt, { ...at, body })
    assert.deepEqual(put, { state: 'proposed', number: null })
    const { version } = await draftOf()
    const params = { circle: coop, section: 'purpose' }
    const still = await joost.browser.refused(api.changeDraft, {
      params,
      body: { part: {}, revision: 9 },
    })
    assert.equal(still.name, 'draft-proposed')
    const own = { ...at, body: { version: version.id } }
    assert.equal((await maren.browser.refused(api.confirmProposal, own)).name, 'another-steward')
    await maren.browser.call(api.takeBackProposal, at)
    assert.equal((await joost.browser.refused(api.confirmProposal, own)).name, 'nothing-proposed')
    await maren.browser.call(api.adopt, { ...at, body })
    const seen = await ngozi.browser.call(api.readConstitution, at)
    assert.equal(seen.open?.proposedBy?.name, 'Maren Solheim')
    const [first, second] = await Promise.allSettled([
      joost.browser.call(api.confirmProposal, own),
      joost.browser.call(api.confirmProposal, own),
    ])
    assert.deepEqual([first.status, second.status].toSorted(), ['fulfilled', 'rejected'])
    const read = await ngozi.browser.call(api.readConstitution, at)
    assert.deepEqual(
      read.versions.map(({ number, day }) => [number, day]),
      [
        [2, '2027-01-01'],
        [1, TODAY],
      ],
    )
    assert.deepEqual(
      read.versions[0]?.adopters.map(({ name }) => name),
      ['Maren Solheim', 'Joost van Dalen'],
    )
    assert.equal(read.shown?.number, 1)
  })
})

suite('a version', () => {
  test('holds from its day, and the day before is judged by the one before', async () => {
    const on = async (day: string) =>
      (await ngozi.browser.call(api.readConstitution, { ...at, query: { day } })).shown?.number
    assert.deepEqual(
      [await on('2026-12-02'), await on(TODAY), await on('2026-12-31'), await on('2027-01-01')],
      [undefined, 1, 1, 2],
    )
  })

  test('compared with the one before has the changed words marked', async () => {
    const { versions } = await ngozi.browser.call(api.readConstitution, at)
    const [newer, older] = versions
    assert.ok(newer && older)
    const query = { before: older.id, after: newer.id }
    const { counts, sections, how } = await ngozi.browser.call(api.comparison, { ...at, query })
    assert.deepEqual([counts.changed, counts.added, counts.removed], [2, 0, 0])
    const days = sections
      .find(({ name }) => name === 'amendment')
      ?.rows.find(({ state }) => state === 'changed')
    const marked = (
      side: typeof days extends undefined
        ? never
        : { text: string; marked: boolean }[] | null | undefined,
    ) => side?.flatMap((piece) => (piece.marked ? [piece.text.trim()] : []))
    assert.deepEqual([marked(days?.before), marked(days?.after)], [['14'], ['15']])
    assert.ok(how.some((text) => text.includes('two thirds')))
  })

  test('leaves as YAML and JSON, and comes back the same', async () => {
    const { versions } = await ngozi.browser.call(api.readConstitution, at)
    const [last] = versions
    assert.ok(last)
    const base = `/api/circles/${coop}/constitution/versions/${last.id}/file`
    for (const as of ['yaml', 'json']) {
      const answer = await maren.browser.fetch(`${base}?as=${as}`)
      assert.match(answer.headers.get('content-type') ?? '', new RegExp(`application/${as}`))
      const file = await answer.text()
      const over = (await maren.browser.call(api.readDraft, at)).draft?.version.id ?? null
      await maren.browser.call(api.importDraft, { ...at, body: { file, over } })
      const rules = await constitutionAt(hall.hall.db, coop, '2027-01-01')
      assert.deepEqual((await draftOf()).parts, rules?.parts)
    }
    const over = (await draftOf()).version.id
    const wrong = { file: 'purpose:\n  statement: [', over }
    const problem = await maren.browser.refused(api.importDraft, { ...at, body: wrong })
    assert.equal(problem.name, 'file-not-understood')
    assert.match(problem.errors?.[0]?.path ?? '', /^2:\d+$/)
    const blind = await joost.browser.refused(api.importDraft, {
      ...at,
      body: { file: 'a: 1', over: null },
    })
    assert.equal(blind.name, 'draft-open')
    await maren.browser.call(api.dropDraft, at)
    assert.equal((await maren.browser.refused(api.dropDraft, at)).name, 'no-draft')
  })

  test('has a published schema', async () => {
    const schema = await hall.browser().call(api.readSchema)
    assert.match(String(schema['$id']), /\/api\/constitution\.schema\.json$/)
    const properties = z.record(z.string(), z.object({}).loose()).parse(schema['properties'])
    for (const { name } of allSections()) assert.ok(properties[name], name)
  })
})

suite('who may', () => {
  test('read: members; anybody only where the rules say so', async () => {
    const open = await hall.browser().call(api.readConstitution, at)
    assert.equal(open.shown?.number, 1)
    assert.deepEqual([open.may.change, open.open], [false, null])
    await maren.browser.call(api.beginDraft, { ...at, body: {} })
    const { parts, revisions } = await draftOf()
    const part = { ...Purpose.parse(parts['purpose']), readers: 'members' }
    const params = { circle: coop, section: 'purpose' }
    await maren.browser.call(api.changeDraft, {
      params,
      body: { part, revision: revisions['purpose'] ?? 0 },
    })
    await maren.browser.call(api.adopt, { ...at, body: { day: '2027-02-01' } })
    const own = { ...at, body: { version: (await draftOf()).version.id } }
    await joost.browser.call(api.confirmProposal, own)
    assert.equal((await stranger.browser.refused(api.readConstitution, at)).status, 403)
    assert.equal((await hall.browser().refused(api.readConstitution, at)).status, 401)
    assert.equal((await ngozi.browser.call(api.readConstitution, at)).shown?.number, 1)
  })

  test('change: stewards, and nobody else sees a draft', async () => {
    await maren.browser.call(api.beginDraft, { ...at, body: {} })
    const { version } = await draftOf()
    assert.equal((await ngozi.browser.refused(api.readDraft, at)).status, 403)
    assert.equal((await ngozi.browser.refused(api.beginDraft, { ...at, body: {} })).status, 403)
    const query = { version: version.id }
    const hidden = await ngozi.browser.refused(api.readConstitution, { ...at, query })
    assert.equal(hidden.name, 'not-found')
    await maren.browser.call(api.dropDraft, at)
  })

  test('a version of one circle is not read through another', async () => {
    const tools = await maren.browser.call(makeCircle, { ...at, body: { name: 'Tools circle' } })
    const { versions } = await maren.browser.call(api.readConstitution, at)
    const query = { version: versions[0]?.id }
    const params = { circle: tools.id }
    const problem = await maren.browser.refused(api.readConstitution, { params, query })
    assert.equal(problem.name, 'not-found')
  })
})

suite('a circle within', () => {
  test('that is working has the rules around it; one that is autonomous has none yet', async () => {
    const make = (name: string, kind: 'working' | 'autonomous') =>
      maren.browser.call(makeCircle, { ...at, body: { name, kind } })
    const [welcome, loft] = [
      await make('Welcome circle', 'working'),
      await make('Wool Loft', 'autonomous'),
    ]
    const around = await maren.browser.call(api.readConstitution, {
      params: { circle: welcome.id },
    })
    assert.deepEqual([around.of?.id, around.shown?.number], [coop, 1])
    const none = await maren.browser.call(api.readConstitution, { params: { circle: loft.id } })
    assert.equal(none.of, null)
    const own = { params: { circle: welcome.id } }
    await maren.browser.call(api.beginDraft, { ...own, body: { from: 'movement' } })
    await maren.browser.call(api.dropDraft, own)
  })
})

suite('what is sent', () => {
  test('that a database cannot keep is refused, not broken', async () => {
    await maren.browser.call(api.beginDraft, { ...at, body: {} })
    for (const statement of ['a\u0000b', '\ud800']) {
      const params = { circle: coop, section: 'purpose' }
      const problem = await maren.browser.refused(api.changeDraft, {
        params,
        body: { part: { statement }, revision: 0 },
      })
      assert.equal(problem.name, 'not-understood')
    }
    const params = { circle: coop, section: 'magic' }
    const unknown = await maren.browser.refused(api.changeDraft, {
      params,
      body: { part: {}, revision: 0 },
    })
    assert.equal(unknown.name, 'not-found')
    await maren.browser.call(api.dropDraft, at)
  })

  test('half filled in is kept in a draft, and its findings say where', async () => {
    const parts = {
      ...emptyParts(allSections()),
      purpose: { statement: '', does: [{ key: '', text: '' }], principles: [], readers: 'x' },
    }
    const { sections, findings } = await maren.browser.call(api.previewDraft, {
      ...at,
      body: { parts },
    })
    assert.equal(sections.find(({ name }) => name === 'purpose')?.whole, false)
    const paths = findings.filter(({ section }) => section === 'purpose').map(({ path }) => path)
    assert.deepEqual(paths, ['does.0.key', 'does.0.text', 'readers'])
  })
})

suite('the models', () => {
  test('each stand in a hall with a steward, in both languages', async () => {
    for (const locale of ['en', 'es'] as const) {
      for (const preset of PRESETS) {
        const parts = presetParts(allSections(), preset, wordsIn(locale).say)
        const { sections, findings } = await maren.browser.call(api.previewDraft, {
          ...at,
          body: { parts },
        })
        const errors = findings.filter(({ severity }) => severity === 'error')
        assert.deepEqual(errors, [], `${preset} in ${locale}`)
        assert.ok(sections.every(({ whole }) => whole))
      }
    }
    assert.deepEqual(hall.errors, [])
  })
})
