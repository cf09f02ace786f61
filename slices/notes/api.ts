/** The operations of notes, and the socket of writers. */
export {
  changeNote,
  listNotes,
  makeNote,
  moveNote,
  openNoteOf,
  placesForNote,
  readNote,
} from './api/keeping.ts'
export {
  NoteAuthor,
  NoteNews,
  NotePiece,
  NoteWriter,
  pushToNote,
  readNoteText,
} from './api/reading.ts'
export { FromHall, NOTES_SOCKET, ToHall } from './api/socket.ts'
export { Holding, ListedNote, NoteId, NoteView } from './api/shapes.ts'
export {
  approveNote,
  listLinks,
  lockNote,
  makeNoteLink,
  publishNote,
  readApprovedText,
  revokeNoteLink,
  sayNameInNote,
  shutOutOfNote,
} from './api/sharing.ts'
export { listNoteTemplates, readNoteTemplate, takeNoteTemplate } from './api/templates.ts'
