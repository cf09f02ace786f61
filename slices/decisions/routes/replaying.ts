/** Past decisions under other rules, as members ask for them. */
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { wordsIn, type Words } from '#kernel/words.ts'
import { allCircles, type CircleId, circleOf } from '#slices/circles/index.ts'
import {
  allSections,
  constitutionOf,
  MODELS,
  type Parts,
  PRESETS,
  presetParts,
  readableParts,
  readableVersions,
  readsRules,
} from '#slices/constitutions/index.ts'
import * as api from '../api/what-if.ts'
import { choices } from '../rules/kinds/words.ts'
import { METHOD_NAMES } from '../rules/methods.ts'
import type { Instead } from '../rules/replay/other-rules.ts'
import { insteadFrom } from '../store/other-rules.ts'
import { countPast, type Past, pastDecisions, type Retold } from '../store/past.ts'
import { replayBeside } from '../store/replay-work.ts'
import { sayRefusal } from './refusals.ts'
import { saySentence } from './tally.ts'

/** So many are counted again in one answer; whoever wants more asks for what comes after. */
const AT_ONCE = 50

const SAID = {
  version: /*i18n*/ { id: 'decisions.under.version', message: 'Version {number} of {circle}' },
  draft: /*i18n*/ { id: 'decisions.under.draft', message: 'The version in the making of {circle}' },
  rules: /*i18n*/ { id: 'decisions.under.rules', message: 'The rules of {circle}' },
  method: /*i18n*/ { id: 'decisions.under.method', message: 'Counted otherwise: {method}' },
  changed: /*i18n*/ { id: 'decisions.under.changed', message: 'Their own rules, changed' },
}

type Under = { name: string; instead: Instead }
type Shape = Pick<Call, 'db' | 'caller' | 'now'>

const METHODS = { ...choices.count, ...choices.countMarks }

function fromParts(name: string, parts: Parts, words: Words): Under {
  const instead = insteadFrom(parts, words)
  if (!instead) throw new Refused('rules-not-whole', { name })
  return { name, instead }
}

async function nameOfCircle({ db }: Shape, circle: CircleId): Promise<string> {
  return (await circleOf(db, circle))?.name ?? ''
}

async function versionAsked(call: Shape, query: api.UnderRules, words: Words): Promise<Under> {
  const { db, caller, now } = call
  const { version, rulesOf } = query
  if (version) {
    const found = await readableParts(db, caller.person, version)
    if (!found) throw new Refused('rules-not-there')
    const values = { circle: await nameOfCircle(call, found.circle), number: found.number }
    const name = words.say(found.number === null ? SAID.draft : SAID.version, values)
    return fromParts(name, found.parts, words)
  }
  const reads = rulesOf && (await readsRules(db, caller.person, rulesOf))
  const rules = reads ? await constitutionOf(db, rulesOf, now) : null
  if (!rulesOf || !rules) throw new Refused('rules-not-there')
  const name = words.say(SAID.rules, { circle: await nameOfCircle(call, rulesOf) })
  return fromParts(name, rules.parts, words)
}

function changeAsked({ method, quorum, threshold, strict }: api.UnderRules, words: Words): Under {
  const questions = {
    ...(quorum === undefined
      ? {}
      : { quorum: quorum === 'none' ? null : { of: 'voters' as const, reach: quorum } }),
    ...(threshold === undefined
      ? {}
      : { threshold: { reach: threshold, strict: strict === 'true' } }),
  }
  const some = Object.keys(questions).length > 0
  if (!some && method === undefined) throw new Refused('what-if-unsaid')
  if (method !== undefined && !METHOD_NAMES.includes(method))
    throw new Refused('method-unknown', { method })
  const called =
    method === undefined ? null : Object.entries(METHODS).find(([key]) => key === method)
  const change = {
    ...(method === undefined ? {} : { elections: { method } }),
    ...(some ? { questions: { '*': questions } } : {}),
  }
  const name = some
    ? words.say(SAID.changed)
    : words.say(SAID.method, { method: called ? words.say(called[1]) : (method ?? '') })
  return { name, instead: { by: 'change', change } }
}

/** The other rules that a call asks for. */
async function underAsked(call: Shape & { query: api.UnderRules }): Promise<Under> {
  const { query, caller } = call
  const words = wordsIn(caller.locale)
  const { model, version, rulesOf } = query
  if (model)
    return fromParts(
      words.say(MODELS[model].name),
      presetParts(allSections(), model, words.say),
      words,
    )
  if (version ?? rulesOf) return versionAsked(call, query, words)
  return changeAsked(query, words)
}

function shown({ id, title, kind, closed }: Past, retold: Retold | undefined, words: Words) {
  const head = { decision: id, title, closedAt: closed }
  const { told, options = [] } = retold ?? { told: null }
  const endOf = (end: { outcome: Retold['told']['before']['outcome']; elected: number[] }) => ({
    result: end.outcome,
    elected: end.elected.map((one) => options[one - 1] ?? ''),
  })
  if (!told || 'untold' in told) {
    const why = told
      ? [
          sayRefusal(
            told.untold,
            options.map((name) => ({ name })),
            words,
          ),
        ]
      : []
    const before = told ? endOf(told.before) : { result: 'failed' as const, elected: [] }
    return { ...head, kind, before, after: null, flips: false, why }
  }
  const why = told.why.map((sentence) => saySentence(sentence, words))
  const { before, after, flips } = told
  return { ...head, kind, before: endOf(before), after: endOf(after), flips, why }
}

async function nameIn(call: Shape, circle: CircleId): Promise<string> {
  const of = await circleOf(call.db, circle)
  if (!of) throw new Refused('not-found')
  return of.name
}

const ofCircle = serve(api.whatIfCircle, async (call) => {
  const { db, hall, params, query, caller } = call
  const circle = await nameIn(call, params.circle)
  const { name, instead } = await underAsked(call)
  const which = { circle: params.circle, after: query.after ?? null, most: AT_ONCE + 1 }
  const [found, decided] = await Promise.all([
    pastDecisions(db, which),
    countPast(db, params.circle),
  ])
  const page = found.slice(0, AT_ONCE)
  const retold = await replayBeside(hall, page, instead)
  const words = wordsIn(caller.locale)
  return {
    circle,
    under: name,
    decided,
    decisions: page.map((one) => shown(one, retold.get(one.id), words)),
    next: found.length > AT_ONCE ? (page.at(-1)?.id ?? null) : null,
  }
})

const ofDecision = serve(api.whatIfDecision, async (call) => {
  const { db, hall, params, caller } = call
  const [one] = await pastDecisions(db, { decision: params.decision })
  if (!one) throw new Refused('results-hidden')
  const { name, instead } = await underAsked(call)
  const retold = await replayBeside(hall, [one], instead)
  return { under: name, decision: shown(one, retold.get(one.id), wordsIn(caller.locale)) }
})

async function otherCircles({ db, caller, now }: Shape, here: CircleId) {
  const all = await allCircles(db)
  const found = await Promise.all(
    all.map(async ({ id, name }) => {
      if (id === here || !(await readsRules(db, caller.person, id))) return []
      const rules = await constitutionOf(db, id, now)
      return rules?.circle === id ? [{ circle: id, name }] : []
    }),
  )
  return found.flat()
}

const rules = serve(api.otherRules, async (call) => {
  const { db, params, caller } = call
  const { say } = wordsIn(caller.locale)
  const [circle, decided, versions, others] = await Promise.all([
    nameIn(call, params.circle),
    countPast(db, params.circle),
    readableVersions(db, caller.person, params.circle),
    otherCircles(call, params.circle),
  ])
  return {
    circle,
    decided,
    models: PRESETS.map((model) => ({ model, name: say(MODELS[model].name) })),
    versions: versions.map(({ id, number, state, day }) => ({ version: id, number, state, day })),
    others,
    methods: Object.entries(METHODS).map(([method, words]) => ({ method, name: say(words) })),
  }
})

export const whatIfServings = [ofCircle, ofDecision, rules]
