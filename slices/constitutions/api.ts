/** What can be asked of constitutions. */
export { comparison, exportVersion, readConstitution, readForm, readSchema } from './api/reading.ts'
export { adopt, confirmProposal, takeBackProposal } from './api/adopting.ts'
export {
  beginDraft,
  changeDraft,
  dropDraft,
  importDraft,
  previewDraft,
  readDraft,
} from './api/making.ts'
