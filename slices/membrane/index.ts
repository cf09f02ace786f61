/** The door of the membrane: what the rules say of who is inside, and how one comes in and out. */
export { classes as classesSection, type Classes, type MemberClass } from './rules/classes.ts'
export { waysIn as waysSection, type Way, type Ways } from './rules/ways.ts'
export { classList, type Rules, rulesAt, rulesOf, wayTo } from './store/rules.ts'
export { applicantsIn } from './store/applications.ts'
export { firstGifts, type Giver } from './store/first.ts'
export { roleHolders } from './store/deciding.ts'
export { foretellDoor } from './store/merging.ts'
export { endingByHand, enteringInvited } from './store/ending.ts'
