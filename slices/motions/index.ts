/**
 * The door of motions. News on `motions:<gathering>`: `motion.moved`, `.seconded`, `.stated`,
 * `.option-added`, `.leave-asked`, `.leave-refused`, `.put`, `.called`, `.voted`, `.counted`,
 * `.withdrawn`, `.postponed`, `.fell`.
 */
export { topicOf } from './store/tables.ts'
