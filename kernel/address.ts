/**
 * The address a request came from. X-Forwarded-For is believed only from proxies that the steward
 * named, and read from the right: the first address that is no such proxy is the caller's.
 */
import { BlockList, isIP } from 'node:net'

const BITS = { 4: 32, 6: 128 } as const
const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** The IPv4 address within ::ffff:1.2.3.4, else the address itself. */
function unmapped(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

export type AddressReader = (remote: string, forwardedFor: string | undefined) => string

const readers = new WeakMap<readonly string[], AddressReader>()

/** The reader for a list of addresses and networks (CIDR), made once for each list. */
export function addressReader(trusted: readonly string[]): AddressReader {
  const known = readers.get(trusted) ?? readerFor(trusted)
  readers.set(trusted, known)
  return known
}

function readerFor(trusted: readonly string[]): AddressReader {
  const proxies = new BlockList()
  for (const network of trusted) {
    const [host = '', bits] = network.split('/')
    const most = isIP(host) === 6 ? BITS[6] : BITS[4]
    proxies.addSubnet(host, bits === undefined ? most : Number(bits), familyOf(host))
  }
  const isProxy = (address: string) =>
    isIP(address) !== 0 && proxies.check(address, familyOf(address))
  return (remote, forwardedFor) => {
    let caller = unmapped(remote)
    const hops = (forwardedFor ?? '').split(',').map((hop) => unmapped(hop.trim()))
    while (isProxy(caller)) {
      const hop = hops.pop()
      if (hop === undefined || isIP(hop) === 0) break
      caller = hop
    }
    return caller
  }
}
