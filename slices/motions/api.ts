/** Motions of a gathering: moved, seconded, amended, put to the vote, counted. */
export * from './api/moving.ts'
export * from './api/reading.ts'
export * from './api/voting.ts'
