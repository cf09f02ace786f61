/** At the door: applying, what members say, the decision. */
import { meIn } from '#kernel/session.ts'
import { isRefusal } from '#kernel/change.ts'
import type { Transaction } from '#kernel/database.ts'
import { Refused } from '#kernel/problem.ts'
import { type Call, serve } from '#kernel/serve.ts'
import { isMember, isSteward } from '#slices/circles/index.ts'
import { refuseWhileVoted } from '#slices/constitutions/index.ts'
import * as api from '../api/door.ts'
import * as rules from '../rules/applying.ts'
import { abuseIn } from '../rules/spam.ts'
import * as store from '../store/applications.ts'
import { deciderCount, decidesOn } from '../store/deciding.ts'
import { holdDoor } from '../store/entering.ts'
import { rulesOf } from '../store/rules.ts'
import { standingBefore, wayOf } from '../store/standing.ts'
import type { ApplicationId } from '../store/tables.ts'
import { circleIn } from './coming.ts'
import { decideApplication } from './decided.ts'
import { stepNow } from '../store/steps.ts'
import { seeing, shownAll } from './showing.ts'

const byOf = ({ caller, now }: Call) => ({ by: caller.person, now })

async function applicationIn(tx: Transaction, id: ApplicationId) {
  const found = await store.lockApplication(tx, id)
  if (!found) throw new Refused('not-found')
  return found
}

/** A month, for what is counted for stewards. */
const MONTH_MS = 30 * 24 * 3_600_000

export const doorServings = [
  serve(api.apply, async (call) => {
    const { db, params, body, now } = call
    const { circle } = params
    const person = meIn(call.caller)
    await circleIn(db, circle)
    const { classes } = await rulesOf(db, circle, now)
    const holds = classes.find(({ key }) => key === body.class)?.holds
    if (holds === 'co-ops' && !body.coop) throw new Refused('coop-needed')
    const coop = holds === 'persons' ? null : body.coop
    const of = coop ? [coop.name, coop.place, coop.does] : []
    const said = [...Object.values(body.answers), ...of]
    const why = abuseIn(body.website, said)
    await call.transact(async (tx) => {
      if (why) return store.countQuiet(tx, circle, why, now)
      await holdDoor(tx, circle)
      const standing = await standingBefore(tx, { circle, key: body.class, person, now })
      // A member may apply for their co-op.
      const change = rules.apply({ ...standing, inside: !coop && standing.inside }, now)
      if (isRefusal(change)) throw new Refused(change.refused, change.details)
      const asked = standing.way?.application
      const answers = (asked?.questions ?? []).map(({ key, text }) => ({
        key,
        question: text,
        text: body.answers[key] ?? '',
      }))
      if (answers.some(({ text }) => !text)) throw new Refused('answers-missing')
      const shown = (asked?.sponsors ?? 0) === 0
      const given = { circle, class: body.class, person, coop, answers, shown }
      await store.makeApplication(tx, given, now)
    })
    return {}
  }),
  serve(api.listApplications, async ({ db, params, caller, now }) => {
    const waiting = await store.atTheDoor(db, params.circle)
    const steward = await isSteward(db, caller.person, params.circle)
    const since = new Date(Date.parse(now) - MONTH_MS).toISOString().slice(0, 10)
    return {
      applications: await shownAll(db, waiting, seeing(caller, now)),
      quiet: steward ? await store.quietSince(db, params.circle, since) : 0,
    }
  }),
  serve(api.myApplications, async (call) => {
    const mine = await store.applicationsBy(call.db, meIn(call.caller))
    return { applications: await shownAll(call.db, mine, seeing(call.caller, call.now)) }
  }),
  serve(api.sayToApplication, async (call) => {
    const { params, body, now } = call
    const person = meIn(call.caller)
    await call.transact(async (tx) => {
      const application = await applicationIn(tx, params.application)
      const change = rules.speak(application, person, body.kind)
      if (isRefusal(change)) throw new Refused(change.refused)
      if (!body.text && body.kind !== 'vouch' && body.kind !== 'consent')
        throw new Refused('words-missing')
      const way = await wayOf(tx, application)
      const { circle } = application
      const abuse = person === application.person ? abuseIn('', [body.text]) : null
      if (abuse) return store.countQuiet(tx, circle, abuse, now)
      const by = way?.application?.decides ?? { kind: 'role' as const, role: 'steward' }
      const decider = await decidesOn(tx, person, { circle, by, now })
      if (body.kind === 'consent' && !decider) throw new Refused('not-a-decider')
      if (body.kind !== 'answer' && !decider && !(await isMember(tx, person, circle)))
        throw new Refused('not-allowed')
      await store.sayTo(tx, { application, person, kind: body.kind, text: body.text }, now)
      const step = await stepNow(tx, application, now)
      if (application.state === 'vouching' && step.sponsorsMissing === 0)
        await store.showToAll(tx, application, byOf(call))
    })
    return {}
  }),
  serve(api.takeWordBack, async (call) => {
    const person = meIn(call.caller)
    await call.transact(async (tx) => {
      const application = await applicationIn(tx, call.params.application)
      if (application.state !== 'vouching' && application.state !== 'waiting')
        throw new Refused('application-over')
      await store.takeBack(tx, { application, person, kind: call.params.kind }, call.now)
    })
    return {}
  }),
  serve(api.decideApplication, async (call) => {
    const { params, body } = call
    await call.transact(async (tx) => {
      const application = await applicationIn(tx, params.application)
      const { circle, id: ref } = application
      await holdDoor(tx, circle)
      await refuseWhileVoted(tx, { circle, about: 'application', ref })
      const asked = (await wayOf(tx, application))?.application
      const circleSize = asked ? await deciderCount(tx, { circle, by: asked.decides }) : null
      const given = { ...body, circleSize }
      const why = await decideApplication(tx, call.hall, application, given, byOf(call))
      if (why) throw new Refused(why.refused, why.details)
    })
    return {}
  }),
  serve(api.withdrawApplication, async (call) => {
    await call.transact(async (tx) => {
      const application = await applicationIn(tx, call.params.application)
      if (application.state !== 'vouching' && application.state !== 'waiting')
        throw new Refused('application-over')
      await store.endApplication(tx, application, { state: 'withdrawn' }, byOf(call))
    })
    return {}
  }),
]
