/** The hall as a process. `npm start` and `moothall start` run this. */
import { toTheEnd } from './process.ts'
import { holdHall } from './start.ts'

await toTheEnd((stop) => holdHall(process.argv.slice(2), stop))
