/** What many operations of gatherings take. */
import { z } from 'zod'
import { line, optionalParagraphs } from '#kernel/text.ts'
import { Access, Settings } from '../rules/calling.ts'
import { ItemGiven, MOST_ITEMS } from '../rules/items.ts'
import { Wall, Zone } from '../rules/zones.ts'
import { GatheringId } from './views.ts'

export const one = z.object({ gathering: GatheringId })

const PersonId = z.string().regex(/^per_\w{1,60}$/)

export const Scope = z
  .enum(['this', 'later'])
  .default('this')
  .meta({ description: 'Of a recurring gathering: this one, or this and all later ones' })

export const CallParts = z.object({
  title: line(200),
  purpose: optionalParagraphs(4000),
  zone: Zone,
  starts: Wall,
  minutes: z.int().min(5).max(1440),
  access: Access,
  settings: Settings,
  items: z.array(ItemGiven).max(MOST_ITEMS),
  facilitators: z.array(PersonId).max(30),
})
