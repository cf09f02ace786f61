/**
 * One topic's chain, checked row by row as it is read; pure.
 *
 * 1. Numbers are 1, 2, 3 … without a gap, and end where the head says.
 * 2. An entry's data fits its commitment; what surrounds it fits its hash, which covers the one before.
 * 3. What was redacted is covered by an entry `record.redacted` of the topic that names the sha-256
 *    of what stands; the newest counts. What such an entry names is really gone.
 */
import { createHash } from 'node:crypto'
import { canonical } from './canonical.ts'
import { commitmentTo, type Entry, GENESIS, hashOf, REDACTED } from './record.ts'

export type Head = { seq: number; hash: Buffer }
export type Row = Omit<Entry, 'data'> & {
  data: Record<string, unknown> | null
  stands: Record<string, unknown> | null
  salt: Buffer | null
  commitment: Buffer
  hash: Buffer
}
export type Found = (fault: string) => void

export type Chain = {
  topic: string
  head: Head | null
  seq: number
  hash: Buffer
  /** The sha-256 of what stands for a redacted entry, by its number. */
  gone: Map<number, string>
  /** What the newest `record.redacted` says of a number. */
  covered: Map<number, string>
}

export function openChain(topic: string, head: Head | null): Chain {
  return { topic, head, seq: 0, hash: GENESIS, gone: new Map(), covered: new Map() }
}

/** The sha-256, in hex, of what stands in the place of redacted data. */
export function hashOfStanding(stands: Record<string, unknown>): string {
  return createHash('sha256').update(canonical(stands)).digest('hex')
}

/** Checks the next row of a chain. */
export function checkRow(chain: Chain, row: Row, found: Found): void {
  const at = `${row.topic}, entry ${row.seq}`
  if (row.seq !== chain.seq + 1)
    found(`${row.topic}: entries are missing between ${chain.seq} and ${row.seq}.`)
  if (!hashOf(chain.hash, row).equals(row.hash)) {
    found(`${at}: its hash does not fit; it or the entry before it was changed.`)
  }
  checkData(chain, row, (what) => found(`${at}: ${what}`))
  const says = row.data ?? row.stands
  if (row.kind === REDACTED && typeof says?.['seq'] === 'number') {
    chain.covered.set(says['seq'], String(says['stands']))
  }
  chain.seq = row.seq
  chain.hash = row.hash
}

function checkData(chain: Chain, { seq, data, stands, salt, commitment }: Row, found: Found): void {
  if (data !== null && salt !== null && stands === null) {
    if (!commitmentTo(salt, data).equals(commitment)) found('its data is not what was written.')
  } else if (data === null && salt === null && stands !== null) {
    chain.gone.set(seq, hashOfStanding(stands))
  } else {
    found('it is neither whole nor redacted.')
  }
}

/** Checks what can only be known at the end of a chain. */
export function closeChain(chain: Chain, found: Found): void {
  const { topic, head, seq, hash, gone, covered } = chain
  if (!head) found(`${topic}: the head of its chain is missing.`)
  else if (head.seq > seq)
    found(`${topic}: its last entries are missing, from ${seq + 1} to ${head.seq}.`)
  else if (head.seq !== seq || !head.hash.equals(hash))
    found(`${topic}: its head does not fit its last entry.`)
  for (const [number, standing] of gone) {
    const named = covered.get(number)
    if (named === undefined)
      found(`${topic}, entry ${number}: it was taken away, and no redaction says so.`)
    else if (named !== standing)
      found(`${topic}, entry ${number}: what stands is not what its redaction says.`)
  }
  for (const number of covered.keys()) {
    if (!gone.has(number))
      found(`${topic}, entry ${number}: it was redacted, and its words are still here.`)
  }
}
