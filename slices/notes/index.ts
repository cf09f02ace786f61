/** The door of notes: what they belong to, which there are. News on `note:<id>`: `note.made`. */
export type { HolderKind, NoteRight, Standing, Who } from './rules/rights.ts'
export { type NoteHolder, noteHolders } from './store/holders.ts'
export { makeNote, type Note, noteOf, standingIn } from './store/notes.ts'
export { type NoteId, topicOf } from './store/tables.ts'
