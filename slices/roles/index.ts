/**
 * The door of roles: who holds what, when. News on `circle:<id>`: `term.planned`, `.began`, `.ended`,
 * `role.vacant`, `.wished`, `.skipped`, `swap.asked`, `.agreed`, `draw.opened`, `.words`, `.drawn`,
 * `handover.written`, `.read`.
 */
export { foretellTerms } from './store/merging.ts'
export { rolesSection } from './rules/roles.ts'
export { heldAt, type Term } from './rules/terms.ts'
export { ownRoles } from './store/own-data.ts'
export { addWords, drawNow, openDraw } from './store/draws.ts'
export { acknowledge, writeHandover } from './store/handovers.ts'
export { end, holdersOf, asTerm, seat, termOf, termsOf, termsOfPerson } from './store/terms.ts'
export { setWish } from './store/wishes.ts'
