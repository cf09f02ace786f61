/** The door of breakouts: what they are and were, whose their notes are. */
export { type Breakouts, type Group, type GroupSet, membersOf } from './rules/state.ts'
export { breakoutsOf, plannedIn } from './store/breakouts.ts'
export { groupChats } from './store/chats.ts'
export { breakoutNotes } from './store/notes.ts'
export { topicOf } from './store/tables.ts'
