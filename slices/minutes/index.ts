/** The door of minutes for later slices: which there are, and what they decided. */
export type { ChatLine, Minutes, MinutesState } from './rules/document.ts'
export { recentMinutes, type Recent } from './store/recent.ts'
export { type Heading, headingOf, keptOf } from './store/minutes.ts'
export { importChat, type Importing } from './store/imports.ts'
export { importBeside } from './store/import-work.ts'
export { minutesFiles } from './store/handouts.ts'
export { keepPadChat } from './store/pad-chat.ts'
export { draftMinutes } from './store/draft.ts'
