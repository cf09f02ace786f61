/**
 * Ballots a second by the Scottish rules: 200 wards of 5,000 papers, 4 seats and 9 candidates, one
 * line a paper, reading the files and keeping the whole transcript included. Beside it the rules as
 * one first writes them, in big integers, on a tenth of the wards.
 */
import { plainScottish } from './load/plain-stv.ts'
import { measureTally } from './load/tallies.ts'

/** Measures. */
export const run = () => measureTally('scottish-stv', plainScottish, 200)
