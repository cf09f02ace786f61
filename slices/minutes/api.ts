/** What can be asked of minutes. */
export {
  amendMinutes,
  approveMinutes,
  correctWords,
  shareMinutes,
  stayUnnamed,
} from './api/amending.ts'
export { answerClaim, claimName } from './api/claims.ts'
export { exportMinutes, FILES } from './api/files.ts'
export { askImport, previewImport } from './api/imports.ts'
export { readMemory } from './api/memory.ts'
export { readMinutes, readMinutesChat } from './api/reading.ts'
