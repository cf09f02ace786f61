/**
 * Ballots a second by Meek's method with nine decimals: 100 wards of 5,000 papers, 4 seats and 9
 * candidates, one line a paper, reading the files and keeping the whole transcript included. Beside
 * it the method as one first writes it, in big integers, on a tenth of the wards.
 */
import { plainMeek } from './load/plain-stv.ts'
import { measureTally } from './load/tallies.ts'

/** Measures. */
export const run = () => measureTally('meek', plainMeek, 100)
