/**
 * The door of notes: what they belong to, which there are, what stands in them. News on
 * `note:<id>`: `note.made`, `.opened` (as the main note of a gathering), `.renamed`, `.moved`,
 * `.rested`, `.brought-back`, `.template`, `.returns`, `.linked`, `.unlinked`, `.shut-out`,
 * `.published`, `.unpublished`, `.locked`, `.unlocked`, `.approved`, `.written` (by the hall, an
 * import, a restore, a template); `comment.made`, `.answered`, `.changed`, `.taken-back`, `.resolved`,
 * `.reopened`, `.hidden`, `.shown`, without what was said.
 */
export type { HolderKind, NoteRight, Standing, Who } from './rules/rights.ts'
export { type Author as NoteShare, GONE, HALL, IMPORTED } from './rules/shares.ts'
export type { Handed } from './rules/handing-on.ts'
export { blocksHtml, blocksMarkdown } from './rules/reading-blocks.ts'
export { isBare } from './rules/sections.ts'
export type { Part as NoteBlockPart } from './rules/formats/authored.ts'
export { approveNote } from './store/approving.ts'
export { freezeNotes, notesHandedOn } from './store/handing-on.ts'
export type { NoteJson } from './rules/tree.ts'
export { type NoteHolder, noteHolders, type NotePart } from './store/holders.ts'
export { circleAudience, gatheringAudience } from './store/audiences.ts'
export { type ChatGiven, type ChatKept, importedChats } from './store/chats.ts'
export { notesReshaped } from './store/bequest.ts'
export { foretellNotes } from './store/merging.ts'
export { circleNotes } from './store/circle-notes.ts'
export { noteFiles } from './store/files.ts'
export { changedSince, noteDocument, noteHtml, noteShares, noteText } from './store/documents.ts'
export { type Holding, makeNote, type Note, noteOf } from './store/notes.ts'
export { ownNotes } from './store/own-data.ts'
export { plantBlocks } from './store/planting.ts'
export { mainNoteOf, openMainNote } from './store/places.ts'
export { standingAt, standingIn } from './store/standing.ts'
export { type NoteId, topicOf } from './store/tables.ts'
export { writeUnder, writtenUnder } from './store/under.ts'
export { makeVersion } from './store/versions.ts'
export { newClient, writeAs, type Writing } from './store/writing.ts'
