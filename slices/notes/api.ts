/** The operations of notes. */
export { changeNote, listNotes, makeNote, moveNote, openNoteOf, readNote } from './api/keeping.ts'
export { Holding, ListedNote, NoteId, NoteView } from './api/shapes.ts'
