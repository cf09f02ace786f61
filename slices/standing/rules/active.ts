/** When a member has a duty: in a class that has it, not paused, not excused. */
import { joined, type Stretch, without } from './days.ts'
import type { Exemption } from './duty.ts'
import type { Asking, Member } from './facts.ts'
import type { Plan, Ruled } from './plan.ts'

function excusedBy(
  exemption: Exemption,
  member: Member,
  key: string,
  { known }: Asking,
): readonly Stretch[] {
  const { for: who } = exemption
  if (who.kind === 'role')
    return member.roles.filter(({ role }) => who.roles.length === 0 || who.roles.includes(role))
  if (who.kind === 'circle')
    return member.circles.filter(({ circle }) => who.circle === null || who.circle === circle)
  return member.excused.filter(
    (granted) => granted.known <= known && (granted.duty === null || granted.duty === key),
  )
}

/** The stretches in which a member has this duty, as one version asks it. */
export function activeIn(plan: Plan, ruled: Ruled, member: Member, asked: Asking): Stretch[] {
  const { duty } = ruled
  const inClass = member.classes.filter(({ class: name }) => duty.classes.includes(name))
  if (inClass.length === 0) return []
  const free = [...member.pauses, ...exemptStretches(plan, ruled, member, asked)]
  return joined(without(inClass, free))
}

export type Exempt = Stretch & { exemption: Exemption }

/** The stretches in which a member is excused from this duty, each with the exemption that does it. */
export function exemptStretches(plan: Plan, ruled: Ruled, member: Member, asked: Asking): Exempt[] {
  const exemptions = plan.versions[ruled.at]?.part.exemptions ?? []
  const { key } = ruled.duty
  return exemptions
    .filter(({ duties }) => duties.length === 0 || duties.includes(key))
    .flatMap((exemption) =>
      excusedBy(exemption, member, key, asked).map(({ from, until }) => ({
        from,
        until,
        exemption,
      })),
    )
}
