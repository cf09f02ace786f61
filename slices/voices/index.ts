/**
 * The door of sound and picture: who else may send, which a later slice answers (app/slices.ts). News
 * of that slice, named by its kind (`interpretation.…`), make the law be kept anew. And the call of a
 * gathering, for the recorder.
 */
export { type MoreSending, moreSendings } from './store/more-sending.ts'
export { makeCall, recorderToken } from './store/calls.ts'
