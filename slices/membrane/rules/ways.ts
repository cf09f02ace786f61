/**
 * Section 3, ways in and ways out.
 * 1. One comes into a class by the ways that the rules name for it: it is open, by invitation, or by
 *    application; several may stand beside each other. Where none is named, nobody comes in anew.
 * 2. An application has the circle's own questions and as many sponsors as the rules ask for. When they
 *    are there, it is shown to the members for the waiting time, in which they ask and object.
 * 3. It is decided when the time is over: by somebody who holds the role, or by consent of a circle,
 *    where an objection that stands keeps it from being accepted. Refusing has a reason, always.
 * 4. A fee or hours first: nobody is accepted before these have come.
 * 5. One leaves by saying so, at once or with the notice that the rules ask for; it needs no leave.
 * 6. A pause has a longest time. Who is paused stays a member.
 * 7. Nobody is put out without notice, and without a hearing where the rules promise one, and the
 *    decision can be appealed. Who was put out may apply again when the rules say so.
 */
import { z } from 'zod'
import { asked } from '#kernel/asked.ts'
import { line } from '#kernel/text.ts'
import type { Section } from '#slices/constitutions/index.ts'
import { Key } from './classes.ts'
import { checkWays } from './ways-check.ts'
import { waysPresets } from './ways-presets.ts'
import { waysConcern, waysProse } from './ways-prose.ts'
import * as words from './ways-words.ts'

export const Decides = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('role'),
    role: asked(Key, { title: words.ROLE, refersTo: 'role' }),
  }),
  z.object({
    kind: z.literal('circle'),
    circle: asked(line(80).or(z.literal('')), { title: words.CIRCLE, hint: words.CIRCLE_HINT }),
  }),
])
export type Decides = z.infer<typeof Decides>
const decides = () => asked(Decides, { title: words.DECIDES, choices: words.DECIDERS })

const Question = z.object({ key: Key, text: asked(line(200), { title: words.QUESTION }) })

export const Application = z.object({
  questions: asked(z.array(Question).max(12), { title: words.QUESTIONS, item: words.A_QUESTION }),
  sponsors: asked(z.int().min(0).max(10), { title: words.SPONSORS }),
  waitDays: asked(z.int().min(0).max(365), { title: words.WAIT }),
  decides: decides(),
  decideDays: asked(z.int().min(1).max(365), { title: words.DECIDE_DAYS }),
  appeal: asked(line(200), { title: words.APPEAL }),
})
export type Application = z.infer<typeof Application>

const Invitation = z.object({
  by: asked(z.enum(['stewards', 'members']), { title: words.INVITES, choices: words.INVITERS }),
  days: asked(z.int().min(1).max(365), { title: words.DAYS }),
  uses: asked(z.int().min(1).max(1000), { title: words.USES }),
})

const Money = z.object({
  minor: z.int().min(1).max(1_000_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
})
const First = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fee'),
    amount: asked(Money, { title: words.AMOUNT, as: 'money' }),
  }),
  z.object({
    kind: z.literal('hours'),
    hours: asked(z.int().min(1).max(10_000), { title: words.HOURS }),
  }),
])
export type First = z.infer<typeof First>

export const Way = z.object({
  class: asked(Key, { title: words.CLASS, refersTo: 'class' }),
  open: asked(z.boolean(), { title: words.OPEN }),
  invitation: asked(Invitation.nullable(), { title: words.INVITATION }),
  application: asked(Application.nullable(), { title: words.APPLICATION }),
  first: asked(First.nullable(), { title: words.FIRST, choices: words.FIRSTS }),
  trialMonths: asked(z.int().min(1).max(60).nullable(), { title: words.TRIAL }),
})
export type Way = z.infer<typeof Way>

const Pause = z.object({
  days: asked(z.int().min(1).max(3650), { title: words.PAUSE_DAYS }),
  grants: asked(z.enum(['oneself', 'stewards']), { title: words.GRANTS, choices: words.GRANTERS }),
})
const Exclusion = z.object({
  noticeDays: asked(z.int().min(1).max(365), { title: words.EX_NOTICE }),
  hearing: asked(z.boolean(), { title: words.HEARING }),
  decides: decides(),
  appealDays: asked(z.int().min(1).max(365), { title: words.APPEAL_DAYS }),
  againMonths: asked(z.int().min(0).max(240).nullable(), {
    title: words.AGAIN,
    hint: words.AGAIN_HINT,
  }),
})
export type Exclusion = z.infer<typeof Exclusion>

export const Ways = z.object({
  ways: asked(z.array(Way).max(20), { title: words.WAYS, item: words.A_WAY }),
  noticeDays: asked(z.int().min(0).max(365), { title: words.NOTICE, hint: words.NOTICE_HINT }),
  pause: asked(Pause.nullable(), { title: words.PAUSE }),
  exclusion: asked(Exclusion.nullable(), { title: words.EXCLUSION }),
})
export type Ways = z.infer<typeof Ways>

export const waysIn: Section<Ways> = {
  name: 'waysIn',
  order: 30,
  title: words.TITLE,
  schema: Ways,
  empty: { ways: [], noticeDays: 0, pause: null, exclusion: null },
  presets: waysPresets,
  concerns: waysConcern,
  prose: waysProse,
  check: checkWays,
}
