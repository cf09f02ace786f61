/**
 * The door of slides: when a file of a gathering was shown. News on `slides:<gathering>`:
 * `slides.shown`, `slides.turned`, `slides.put-away`, `slides.ready`, `slides.not-ready`.
 */
export { firstShown } from './store/slides.ts'
