/** What operations on polls have in common. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { idOf } from '#kernel/ids.ts'
import { line, optionalParagraphs } from '#kernel/text.ts'
import { CircleId } from '#slices/circles/api.ts'
import { Wall, Zone } from '#slices/gatherings/rules/zones.ts'
import { FORMS, SHOWN, STANCES, STATES, TITLE_LENGTH, WORDS_LENGTH } from '../rules/poll.ts'
import { MARKS } from '../rules/slots.ts'

export const PollId = idOf('pll', 'a poll')
export const SlotId = idOf('slt', 'a time of a poll')
export const ofCircle = z.object({ circle: CircleId })
export const ofPoll = z.object({ poll: PollId })

/** More than the rules let through, so that too many are refused in a sentence. */
const TIMES_READ = 400

export const AskedGiven = z.object({
  title: line(TITLE_LENGTH),
  words: optionalParagraphs(WORDS_LENGTH).default(''),
  closesAt: InstantSchema,
  hidden: z.boolean().default(false).meta({ description: 'Are there only sums, no names?' }),
  shown: z
    .enum(SHOWN)
    .default('at-once')
    .meta({ description: 'When others’ answers are seen: as they come, or after one’s own' }),
  zone: Zone.nullable()
    .default(null)
    .meta({ description: 'Of a time poll: whose wall clock its times are read on' }),
  times: z
    .array(z.object({ starts: Wall, minutes: z.int().min(5).max(1440) }))
    .max(TIMES_READ)
    .default([]),
})

export const Stance = z.enum(STANCES)
export const Mark = z.enum(MARKS)
export const Form = z.enum(FORMS)
export const Shown = z.enum(SHOWN)
export const State = z.enum(STATES)

export const Who = z.object({
  id: z.string(),
  name: z.string(),
  former: z.boolean().meta({ description: 'They were erased' }),
})

export const Marked = z.object({ slot: SlotId, mark: Mark })
