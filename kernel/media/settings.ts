/**
 * What LiveKit is told, as it wants it (its `config-sample.yaml`); unknown keys refuse to start.
 * 1. Signalling is for the hall alone, on loopback: the hall's own port passes it on.
 * 2. Without a host of its own everything stays on this machine, and nothing is asked elsewhere.
 * 3. With one: a UDP port a core, batched; TCP beside it for strict firewalls; its own TURN by UDP,
 *    which also answers STUN, so that nobody is sent to anybody else's.
 * 4. Rooms are made by the hall, never by who knocks.
 */
import { isIP } from 'node:net'

export type MediaPorts = {
  signal: number
  /** 0: none. TCP listens on every interface, whatever else is said. */
  tcp: number
  udp: [number, number]
  turn: number
}

/** The most UDP ports: one a core, and no machine of ours has use for more. */
const MOST_UDP = 8

/** The ports of a host, from its first one: signalling, TCP, then UDP. */
export function hostPorts(first: number, cores: number): MediaPorts {
  const udp = first + 2
  return {
    signal: first,
    tcp: first + 1,
    udp: [udp, udp + Math.max(1, Math.min(cores, MOST_UDP)) - 1],
    turn: 3478,
  }
}

export type MediaSettings = {
  ports: MediaPorts
  host: string | null
  key: string
  secret: string
  /** Where LiveKit tells the hall what happens. */
  hook: string
  redisUrl: string | null
}

function redisOf(url: string): object {
  const { hostname, port, username, password, protocol } = new URL(url)
  return {
    address: `${hostname}:${port || 6379}`,
    ...(username ? { username: decodeURIComponent(username) } : {}),
    ...(password ? { password: decodeURIComponent(password) } : {}),
    ...(protocol === 'rediss:' ? { use_tls: true } : {}),
  }
}

function rtcOf({ ports, host }: MediaSettings): object {
  const [from, till] = ports.udp
  const udp_port = from === till ? from : `${from}-${till}`
  const batch_io = { batch_size: 128, max_flush_interval: '2ms' }
  if (host === null) {
    const alone = { enable_loopback_candidate: true, interfaces: { includes: ['lo'] } }
    // Browsers are told of this one, which never answers; an empty list would send them to others'.
    const stun_servers = ['127.0.0.1:9']
    return { tcp_port: 0, udp_port, node_ip: '127.0.0.1', stun_servers, ...alone }
  }
  const stun_servers = [`${host}:${ports.turn}`]
  const own = isIP(host) ? { node_ip: host } : { use_external_ip: true }
  return { tcp_port: ports.tcp, udp_port, stun_servers, batch_io, ...own }
}

/** The configuration as LiveKit reads it (JSON is YAML). */
export function mediaConfig(settings: MediaSettings): string {
  const { ports, host, key, secret, hook, redisUrl } = settings
  return JSON.stringify({
    port: ports.signal,
    bind_addresses: ['127.0.0.1'],
    rtc: rtcOf(settings),
    ...(host === null ? {} : { turn: { enabled: true, domain: host, udp_port: ports.turn } }),
    room: { auto_create: false, empty_timeout: 300, departure_timeout: 20 },
    webhook: { api_key: key, urls: [hook] },
    keys: { [key]: secret },
    ...(redisUrl === null ? {} : { redis: redisOf(redisUrl) }),
    logging: { level: 'error' },
  })
}
