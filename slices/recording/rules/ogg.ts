/**
 * Opus in Ogg (RFC 3533, RFC 7845), one voice a file, written page by page so that whatever was
 * written stays readable when the writer dies.
 * 1. A file begins with the pages of OpusHead and OpusTags; all others hold packets of 20 ms.
 * 2. A page's granule is the number of samples (48,000 a second) up to its end, so the length of a
 *    file is the granule of its last whole page; half a page at the end counts for nothing.
 * 3. Leaving out a part keeps its time: packets that begin within it become silence.
 */
export const RATE = 48_000
export const PACKET_SAMPLES = 960
/** 20 ms of silence, mono, by Opus (RFC 6716): CELT, nothing coded. */
export const SILENCE: Uint8Array = Uint8Array.of(0xf8, 0xff, 0xfe)

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte << 24
  for (let bit = 0; bit < 8; bit++) rest = rest & 0x80000000 ? (rest << 1) ^ 0x04c11db7 : rest << 1
  return rest >>> 0
})

function crcOf(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) crc = ((crc << 8) ^ (CRC[(crc >>> 24) ^ byte] ?? 0)) >>> 0
  return crc
}

const HEAD = 27
const FIRST = 2
const LACE = 255
const MAGIC = 0x4f676753

type PageOf = { serial: number; number: number; granule: number; first?: boolean }

/** How the lengths of packets are written: by bytes of at most 255, the last of each smaller. */
const lacesOf = (packets: readonly Uint8Array[]): number[] =>
  packets.flatMap(({ length }) => [
    ...Array.from({ length: Math.floor(length / LACE) }, () => LACE),
    length % LACE,
  ])

/** One page; it holds at most 255 laces, which 50 packets of speech never need. */
export function page(packets: readonly Uint8Array[], of: PageOf): Uint8Array {
  const laces = lacesOf(packets)
  const size = packets.reduce((sum, { length }) => sum + length, 0)
  const bytes = new Uint8Array(HEAD + laces.length + size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, MAGIC)
  bytes[5] = of.first ? FIRST : 0
  view.setBigUint64(6, BigInt(of.granule), true)
  view.setUint32(14, of.serial, true)
  view.setUint32(18, of.number, true)
  bytes[26] = laces.length
  bytes.set(laces, HEAD)
  let at = HEAD + laces.length
  for (const packet of packets) {
    bytes.set(packet, at)
    at += packet.length
  }
  view.setUint32(22, crcOf(bytes), true)
  return bytes
}

function opusHead(): Uint8Array {
  const bytes = new Uint8Array(19)
  bytes.set(new TextEncoder().encode('OpusHead'))
  bytes.set([1, 1], 8)
  new DataView(bytes.buffer).setUint32(12, RATE, true)
  return bytes
}

function opusTags(): Uint8Array {
  const vendor = new TextEncoder().encode('moothall')
  const bytes = new Uint8Array(8 + 4 + vendor.length + 4)
  bytes.set(new TextEncoder().encode('OpusTags'))
  new DataView(bytes.buffer).setUint32(8, vendor.length, true)
  bytes.set(vendor, 12)
  return bytes
}

/** Law 1: what a file begins with. Its packets follow from page number 2 on. */
export function opening(serial: number): Uint8Array[] {
  return [
    page([opusHead()], { serial, number: 0, granule: 0, first: true }),
    page([opusTags()], { serial, number: 1, granule: 0 }),
  ]
}

export type Page = { at: number; size: number; granule: number; packets: Uint8Array[] }

/** The whole pages of a file, in their order. */
export function pagesIn(bytes: Uint8Array): Page[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pages: Page[] = []
  for (let at = 0; at + HEAD <= bytes.length && view.getUint32(at) === MAGIC;) {
    const laces = bytes.subarray(at + HEAD, at + HEAD + (bytes[at + 26] ?? 0))
    const begins = at + HEAD + laces.length
    const size = HEAD + laces.length + laces.reduce((sum, lace) => sum + lace, 0)
    if (at + size > bytes.length) break
    const granule = Number(view.getBigUint64(at + 6, true))
    pages.push({ at, size, granule, packets: packetsIn(bytes.subarray(begins, at + size), laces) })
    at += size
  }
  return pages
}

function packetsIn(bytes: Uint8Array, laces: Uint8Array): Uint8Array[] {
  const packets: Uint8Array[] = []
  let from = 0
  let till = 0
  for (const lace of laces) {
    till += lace
    if (lace === LACE) continue
    packets.push(bytes.subarray(from, till))
    from = till
  }
  return packets
}

/** Law 2, in seconds, from the last bytes of a file (64 kB hold a whole page). */
export function secondsIn(end: Uint8Array): number {
  for (let at = end.length - HEAD; at >= 0; at--) {
    const [last] = end[at] === 0x4f ? pagesIn(end.subarray(at)).slice(-1) : []
    if (last) return last.granule / RATE
  }
  return 0
}

/** Law 3: the file with silence from one second till another. */
export function silenced(bytes: Uint8Array, from: number, till: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const pages = pagesIn(bytes).map(({ at, granule, packets }, number) => {
    const begins = granule - packets.length * PACKET_SAMPLES
    const kept = packets.map((packet, place) => {
      const second = (begins + place * PACKET_SAMPLES) / RATE
      return number > 1 && second >= from && second < till ? SILENCE : packet
    })
    return page(kept, {
      serial: view.getUint32(at + 14, true),
      number,
      granule,
      first: number === 0,
    })
  })
  const out = new Uint8Array(pages.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const one of pages) {
    out.set(one, at)
    at += one.length
  }
  return out
}
