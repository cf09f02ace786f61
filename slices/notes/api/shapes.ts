/** Notes as the API shows them. */
import { z } from 'zod'
import { InstantSchema } from '#kernel/clock.ts'
import { idOf } from '#kernel/ids.ts'
import { line } from '#kernel/text.ts'
import { RETURNS } from '../rules/returning.ts'
import { HOLDER_KINDS, RIGHTS } from '../rules/rights.ts'

export const NoteId = idOf('not', 'a note')
export const Title = line(200)
export const one = z.object({ note: NoteId })

const CIRCLE = /^cir_\w{26}$/
const GATHERING = /^gth_\w{26}$/
const ITEM = /^gth_\w{26}\.itm_\w{1,60}$/
const BREAKOUT = /^gth_\w{26}\.brk_\w{26}$/
const FORMS = { circle: CIRCLE, gathering: GATHERING, item: ITEM, breakout: BREAKOUT } as const

export const GatheringOf = z.object({ gathering: idOf('gth', 'a gathering') })

export const Holding = z
  .object({
    kind: z.enum(HOLDER_KINDS),
    id: z.string().max(100).meta({
      description:
        'The id of the circle or gathering; of an item or a group of breakouts: gathering, a dot, its own',
    }),
  })
  .refine(({ kind, id }) => FORMS[kind].test(id), { error: 'not the id of such a place' })

const Named = z.object({ id: z.string(), name: z.string() })
const Done = z.object({ at: InstantSchema, by: Named.nullable() })

export const ListedNote = z
  .object({
    id: NoteId,
    title: z.string(),
    holder: z.object({ kind: z.enum(HOLDER_KINDS), id: z.string() }),
    main: z.boolean().meta({ description: 'The main note of this gathering' }),
    template: z.boolean(),
    madeAt: InstantSchema,
    restedAt: InstantSchema.nullable(),
    locked: z.boolean(),
    approved: z.boolean(),
  })
  .meta({ id: 'ListedNote' })

export const NoteView = ListedNote.omit({ main: true, locked: true, approved: true })
  .extend({
    place: z
      .object({ title: z.string(), href: z.string() })
      .nullable()
      .meta({ description: 'Where it belongs, as people see it; null when that is gone' }),
    gatherings: z
      .array(z.string())
      .meta({ description: 'The gatherings whose main note it is, the latest first' }),
    returns: z.enum(RETURNS),
    me: z.object({
      right: z.enum(RIGHTS),
      who: z.string().nullable(),
      name: z.string().nullable(),
      asksName: z
        .boolean()
        .meta({ description: 'Came by a link that gives more once they say their name' }),
    }),
    may: z.object({
      keep: z.boolean().meta({ description: 'Share, lock, approve, put away, move' }),
      rename: z.boolean(),
    }),
    lockedAt: Done.nullable(),
    approvedAt: Done.extend({ sha256: z.string() }).nullable(),
    publicAt: InstantSchema.nullable(),
  })
  .meta({ id: 'NoteHeading' })
