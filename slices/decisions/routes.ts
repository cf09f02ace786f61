/** Decisions, as the hall mounts them. */
import { z } from 'zod'
import type { Transaction } from '#kernel/database.ts'
import { idOf } from '#kernel/ids.ts'
import type { Entry } from '#kernel/record.ts'
import type { Slice } from '#kernel/slice.ts'
import { isInside } from '#slices/circles/index.ts'
import { handingIn } from '#slices/people/index.ts'
import { DecisionId } from './api/shapes.ts'
import { ballotPages } from './routes/ballot-page/pages.ts'
import { importLoomioCommand } from './routes/import-loomio.ts'
import { importServings } from './routes/upload-loomio.ts'
import { linkServings } from './routes/links.ts'
import { makingServings } from './routes/making.ts'
import { adviceServings } from './routes/advice.ts'
import { mandateServings } from './routes/mandates.ts'
import { objectionServings } from './routes/objections.ts'
import { policies, seesDecision } from './routes/policies.ts'
import { proxyServings } from './routes/proxies.ts'
import { readingServings } from './routes/reading.ts'
import { recount } from './routes/recount.ts'
import { refusals } from './routes/refusals.ts'
import { rollServings } from './routes/roll.ts'
import { sample } from './routes/sample.ts'
import { secretServings } from './routes/secret.ts'
import { subjectServings } from './routes/subjects.ts'
import { tally } from './routes/tally.ts'
import { votingServings } from './routes/voting.ts'
import { whatIfServings } from './routes/replaying.ts'
import { whatif } from './routes/whatif.ts'
import { forgetAdvice } from './store/advice.ts'
import { forgetSaid } from './store/ballots.ts'
import { tellMandated } from './store/mandates.ts'
import { forgetNameElsewhere } from './store/import/sources.ts'
import { decisionOf } from './store/decisions.ts'
import { forgetJudgments } from './store/judgments.ts'
import { stopLinks } from './store/links.ts'
import { forgetObjections } from './store/objections.ts'
import { endProxiesOf, forgetProxyWords } from './store/proxies.ts'
import { forgetWithdrawalWords } from './store/withdrawing.ts'
import { handDecisionsOver } from './store/merging.ts'
import { tellItsThread } from './store/threads.ts'
import { timers } from './timers.ts'
import { lettersJob } from './timers/letters.ts'

const Erased = z.object({ person: idOf('per', 'a person') })

/** Ballots stay as facts; what somebody wrote with them goes. */
async function forget(tx: Transaction, { data, at }: Entry): Promise<void> {
  const { person } = Erased.parse(data)
  await forgetSaid(tx, person)
  await forgetNameElsewhere(tx, person)
  await stopLinks(tx, { person }, { why: 'erased', now: at })
  await endProxiesOf(tx, { person, circle: null }, { why: 'erased', by: null, now: at })
  await forgetProxyWords(tx, person)
  await forgetWithdrawalWords(tx, person)
  await forgetObjections(tx, person)
  await forgetJudgments(tx, person)
  await forgetAdvice(tx, person)
}

const Left = z.object({ person: idOf('per', 'a person').optional() })
const Ended = z.object({ body: z.string(), person: idOf('per', 'a person') })
const CircleId = idOf('cir', 'a circle')
const circleIn = (topic: string) => CircleId.parse(topic.slice('circle:'.length))

/** Who is outside opens no ballot by a link any more. */
async function someoneLeft(tx: Transaction, { topic, data, at }: Entry): Promise<void> {
  const { person } = Left.parse(data)
  if (!person) return
  const circle = circleIn(topic)
  await stopLinks(tx, { person, circle, member: person }, { why: 'left', now: at })
  await endProxiesOf(tx, { person, circle }, { why: 'left', by: null, now: at })
}

/** Who speaks no more for a co-op opens its ballot no more. */
async function delegateEnded(tx: Transaction, { topic, data, at }: Entry): Promise<void> {
  const { body, person } = Ended.parse(data)
  const circle = circleIn(topic)
  await stopLinks(tx, { person, circle, member: body }, { why: 'replaced', now: at })
}

export const decisions: Slice = {
  name: 'decisions',
  servings: [
    ...readingServings,
    ...makingServings,
    ...rollServings,
    ...votingServings,
    ...whatIfServings,
    ...secretServings,
    ...linkServings,
    ...proxyServings,
    ...mandateServings,
    ...subjectServings,
    ...objectionServings,
    ...adviceServings,
    ...importServings,
  ],
  policies,
  refusals,
  listeners: {
    'person.erased': forget,
    'circle.left': someoneLeft,
    'delegate.ended': delegateEnded,
    'decision.proposed': tellItsThread,
    'decision.outcome': async (tx, entry) => {
      await tellItsThread(tx, entry)
      await tellMandated(tx, entry)
    },
    'person.merged': (tx, { data }) => handDecisionsOver(tx, handingIn(data)),
  },
  pages: ballotPages,
  timers,
  jobs: [lettersJob],
  commands: [tally, recount, whatif, sample, importLoomioCommand],
  topics: {
    proxies: {
      async mayRead(db, { person }, id) {
        const circle = CircleId.safeParse(id)
        return circle.success && person !== null && isInside(db, person, circle.data)
      },
    },
    decision: {
      async mayRead(db, { person }, id) {
        const which = DecisionId.safeParse(id)
        const decision = which.success ? await decisionOf(db, which.data) : null
        const now = new Date().toISOString()
        return Boolean(decision && person && (await seesDecision(db, person, decision, now)))
      },
    },
  },
}
