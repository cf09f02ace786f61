/**
 * The door of interpretation: who interprets, and what that lets them send. News on
 * `interpretation:<gathering>`: `interpretation.named`, `interpretation.slower`.
 */
export { interpretersSend, languagesSpoken } from './store/interpreters.ts'
