/** The operations of standing. */
export * from './api/hardship.ts'
export * from './api/keeping.ts'
export * from './api/roll.ts'
export * from './api/standing.ts'
export { CircleId, MemberId } from './api/shapes.ts'
