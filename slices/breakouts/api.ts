/** Every operation of breakouts. */
export * from './api/chats.ts'
export * from './api/planning.ts'
export * from './api/going.ts'
export { GroupId } from './api/params.ts'
