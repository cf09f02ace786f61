/** The door of circles: the co-op, who belongs to what, who may. */
export type { Circle, CircleId, Role } from './rules.ts'
export type { Delegate, MemberId, Membership } from './rules/belonging.ts'
export {
  allCircles,
  belongs,
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
export {
  changeCircle,
  endRole,
  foundCoop,
  giveRole,
  lockCoop,
  makeCircle,
} from './store/changes.ts'
export { allDelegates, delegatesOf, sendDelegate } from './store/delegates.ts'
export { cardOf, coopsOf, writeCard } from './store/cards.ts'
export { countMembers, howShown, membersNamed, shownToAll } from './store/listing.ts'
export { foretellMemberships } from './store/foretelling.ts'
export { letGo } from './store/letting-go.ts'
export { changeClass, joinCircle, leaveCircle } from './store/joining.ts'
export {
  circlesOn,
  classOf,
  type Day,
  historyOf,
  isInside,
  membersOn,
  momentOf,
  type Pause,
  pausesOf,
  stretchesOf,
} from './store/members.ts'
export { endPause, pauseMember } from './store/pauses.ts'
export {
  bequestIn,
  classesOf,
  classLists,
  type ClassNamed,
  endings,
  entrances,
  type Reshaping,
  reshapings,
} from './store/ports.ts'
