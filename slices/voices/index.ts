/**
 * The door of sound and picture: who else may send, and who stands by for a room that has not opened,
 * which later slices answer (app/slices.ts). News of a slice that lets others send, named by its kind
 * (`interpretation.…`), make the law be kept anew. And the call of a gathering, for the recorder.
 */
export { type Awaited, awaiteds } from './store/awaited.ts'
export { type MoreSending, moreSendings } from './store/more-sending.ts'
export { makeCall, recorderToken } from './store/calls.ts'
