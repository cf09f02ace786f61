/** The door of the hall, for the app: the demo, and a way in without mail. */
export { demoPeople, fillDemo, isNew } from './store/demo.ts'
