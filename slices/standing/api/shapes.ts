/** Shapes that the operations of standing share. */
import { z } from 'zod'
import { idOf } from '#kernel/ids.ts'
import { CircleId } from '#slices/circles/api.ts'
import { DayText, MemberId } from '#slices/circles/api/members.ts'
import { Currency, Key } from '../rules/duty.ts'
import { STATES } from '../rules/states.ts'

export { CircleId, DayText, MemberId }
export const EvidenceId = idOf('evd', 'a piece of evidence')
export const ExcuseRequestId = idOf('exr', 'somebody who asks to be excused')
export const ClaimId = idOf('clm', 'a claim')
export const BankPaymentId = idOf('bpy', 'a payment of a statement')

export const Unit = z
  .union([Currency, z.literal('minutes'), z.templateLiteral(['thing:', Key])])
  .meta({ description: 'A currency, `minutes`, or `thing:` and the short name of a thing' })
/** At most a thousand million in minor units. */
export const Amount = z.int().min(1).max(100_000_000_000)

export const circleParams = z.object({ circle: CircleId })
export const memberParams = z.object({ circle: CircleId, member: MemberId })

export const Quantity = z.object({ unit: z.string(), amount: z.int() })
export const StateName = z.enum(STATES)
export const OnDay = z.object({
  on: DayText.optional().meta({ description: 'The day that is judged; today when left out' }),
  known: DayText.optional().meta({
    description:
      'Judge that day by what is known on this later one; by what was known then if left out',
  }),
})
