/** Two versions side by side. */
import { serve } from '#kernel/serve.ts'
import { wordsIn } from '#kernel/words.ts'
import { classOf } from '#slices/circles/index.ts'
import { comparison } from '../api.ts'
import { compare, countRows } from '../rules/compare.ts'
import { forClass, textOfRow } from '../rules/for-class.ts'
import { findingsIn, proseOf } from '../rules/document.ts'
import { allSections } from '../store/sections.ts'
import { situationOf } from '../store/situation.ts'
import { numbersOf } from '../store/versions.ts'
import { circleNamed, shown, versionFor } from './showing.ts'

const HOW = new Set(['voters', 'passes', 'passes.class', 'quorum', 'days'])

export const comparingServings = [
  serve(comparison, async ({ db, caller, params, query }) => {
    const { circle } = params
    const { say } = wordsIn(caller.locale)
    const [before, after, numbers, named] = await Promise.all([
      versionFor(db, caller, { circle, version: query.before }),
      versionFor(db, caller, { circle, version: query.after }),
      numbersOf(db, circle),
      circleNamed(db, circle),
    ])
    const old = proseOf(allSections(), before.parts, say, numbers)
    const fresh = proseOf(allSections(), after.parts, say, numbers)
    const sections = compare(old, fresh)
    const mine = caller.person && (await classOf(db, { circle, member: caller.person }))
    const forMe =
      mine &&
      forClass(
        allSections(),
        { before: before.parts, after: after.parts, compared: sections },
        mine,
      )
    const [first, second] = await shown(db, [before, after])
    if (!first || !second) throw new Error('two versions are shown as two')
    const amendment = old.find(({ name }) => name === 'amendment')?.sentences ?? []
    return {
      circle: named,
      before: first,
      after: second,
      counts: countRows(sections),
      sections,
      mine: forMe
        ? {
            name: forMe.name,
            gone: forMe.gone,
            changes: forMe.rows.flatMap((row) =>
              row.state === 'stays'
                ? []
                : [{ number: row.number, state: row.state, text: textOfRow(row) }],
            ),
          }
        : null,
      findings: findingsIn(
        allSections(),
        after.parts,
        say,
        await situationOf(db, circle, after.parts),
      ),
      how: amendment.filter(({ key }) => HOW.has(key)).map(({ text }) => text),
    }
  }),
]
