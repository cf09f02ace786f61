/**
 * Roles that may not stand beside each other: whoever holds one of the two does not begin the other,
 * whichever of the two rules says so, and however the role is filled.
 */
import type { Instant } from '#kernel/clock.ts'
import type { RoleRule } from './section.ts'
import { heldAt, type Term } from './terms.ts'

/** The roles that a person holds at a moment, of the terms of a circle. */
export function rolesHeld(terms: readonly Term[], person: string, at: Instant): Set<string> {
  const held = terms.filter((term) => term.person === person && heldAt(term, at))
  return new Set(held.map(({ role }) => role))
}

/** Whether one of these roles may not stand beside it, said by either of the two. */
export function besideOther(
  rules: readonly RoleRule[],
  rule: RoleRule,
  held: ReadonlySet<string>,
): boolean {
  return rules.some(
    (other) =>
      held.has(other.key) &&
      (rule.notBeside.includes(other.key) || other.notBeside.includes(rule.key)),
  )
}
