/** The door of circles: the co-op, who belongs to what, who may. */
export type { Circle, CircleId, Role } from './rules.ts'
export {
  allCircles,
  circleOf,
  circlesOf,
  type Coop,
  coop,
  isFacilitator,
  isMember,
  isSteward,
  mayCall,
  membersOf,
  rolesOf,
  stewardsOf,
} from './store/circles.ts'
export { changeCircle, foundCoop, giveRole, joinCircle, makeCircle } from './store/changes.ts'
