/** `moothall media check`: what of sound and picture works here, in sentences. */
import { X509Certificate } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { lookup } from 'node:dns/promises'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { availableParallelism } from 'node:os'
import { createSecureContext } from 'node:tls'
import type { Config } from '#kernel/config.ts'
import { binaryHere, LIVEKIT } from '#kernel/media/binary.ts'
import { hostPorts } from '#kernel/media/settings.ts'
import type { MediaAt, MediaPlan } from '#kernel/media/state.ts'
import type { Command } from '#kernel/slice.ts'
import { callsOf } from './store/calls.ts'

type Found = { fine: boolean; say: string }
const fine = (say: string): Found => ({ fine: true, say })
const wrong = (say: string): Found => ({ fine: false, say })

async function isFree(kind: 'UDP' | 'TCP', port: number): Promise<boolean> {
  const taken = kind === 'UDP' ? createSocket('udp4') : createServer()
  try {
    if ('bind' in taken) taken.bind(port)
    else taken.listen(port)
    await once(taken, 'listening')
    return true
  } catch {
    return false
  } finally {
    try {
      taken.close()
    } catch {
      // It never opened.
    }
  }
}

async function checkAnother(at: MediaAt): Promise<Found[]> {
  try {
    const rooms = await callsOf(at).listRooms()
    return [fine(`${at.url} answers and takes the keys; it has ${rooms.length} calls now.`)]
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    return [
      wrong(`${at.url} does not answer, or does not take LIVEKIT_KEY and LIVEKIT_SECRET: ${why}.`),
    ]
  }
}

function checkBinary({ binary }: MediaPlan & { by: 'us' }): Found {
  const here = binaryHere(binary)
  if (here) return fine(`The media server is here: ${here}.`)
  if (binary) return wrong('LIVEKIT_SERVER names no file that this user can run.')
  return fine(
    `LiveKit ${LIVEKIT} is not here yet. The hall downloads it when it starts, or builds it where there is Go 1.26; until then it lives in text.`,
  )
}

async function checkPorts(first: number): Promise<Found[]> {
  const { signal, tcp, udp, turn } = hostPorts(first, availableParallelism())
  const [from, till] = udp
  const wanted = [
    ...Array.from({ length: till - from + 1 }, (_, at) => ['UDP', from + at] as const),
    ['TCP', tcp] as const,
    ['UDP', turn] as const,
    ['TCP', signal] as const,
  ]
  const checked = wanted.map(async ([kind, port]): Promise<Found> =>
    (await isFree(kind, port))
      ? fine(`${kind} ${port} is free on this machine.`)
      : wrong(
          `${kind} ${port} is taken. That is as it should be while the hall runs; else end what listens there, or set MEDIA_PORT.`,
        ),
  )
  const open = `Open UDP ${from} to ${till}, UDP ${turn} and TCP ${tcp} in the firewall of this machine and of who hosts it; TCP ${signal} stays closed.`
  return [...(await Promise.all(checked)), fine(open)]
}

async function checkHost(host: string): Promise<Found> {
  return lookup(host).then(
    ({ address }) => fine(`MEDIA_HOST ${host} is ${address}.`),
    () => wrong(`MEDIA_HOST ${host} is not known by any name server.`),
  )
}

async function checkCertificate({ tls, origin }: Config): Promise<Found[]> {
  if (!tls) return []
  const { hostname } = new URL(origin || 'https://localhost')
  try {
    const certificate = new X509Certificate(await readFile(tls.cert))
    createSecureContext({ cert: await readFile(tls.cert), key: await readFile(tls.key) })
    const till = new Date(certificate.validTo)
    const day = till.toISOString().slice(0, 10)
    if (till.getTime() < Date.now())
      return [wrong(`The certificate at TLS_CERT ended on ${day}: renew it.`)]
    return certificate.checkHost(hostname) === undefined
      ? [wrong(`The certificate at TLS_CERT is not for ${hostname}.`)]
      : [fine(`The certificate at TLS_CERT is for ${hostname} and holds until ${day}.`)]
  } catch {
    return [wrong('TLS_CERT and TLS_KEY are not a certificate and its key that can be read (PEM).')]
  }
}

function checkOrigin({ origin, media }: Config): Found {
  const { protocol, hostname } = new URL(origin || 'http://localhost')
  if (protocol === 'https:')
    return fine('People come by https, so browsers give microphone and camera.')
  const here =
    'Browsers give microphone and camera to this machine alone, because people come by http.'
  const isLocal = hostname === 'localhost' && media.by === 'us' && media.host === null
  const next =
    'Phones and other machines need https: set TLS_CERT and TLS_KEY, or put a proxy before the hall and set ORIGIN.'
  return isLocal ? fine(`${here} ${next}`) : wrong(`${here} ${next}`)
}

const STRICT =
  'A visitor behind a firewall that lets only web pages through hears nothing from a server of ours: it has TCP beside UDP, and TURN by UDP, but no TURN by TLS on 443. A LiveKit of your own with TURN by TLS does; name it by LIVEKIT_URL.'

async function checkOurs(plan: MediaPlan & { by: 'us' }): Promise<Found[]> {
  const binary = checkBinary(plan)
  if (plan.host === null)
    return [
      binary,
      fine(
        'Only browsers on this machine are heard. For others set MEDIA_HOST to the name or address by which they reach it.',
      ),
    ]
  return [binary, await checkHost(plan.host), ...(await checkPorts(plan.port)), fine(STRICT)]
}

/** Everything that can be known without a visitor. */
export async function checkMedia(config: Config): Promise<Found[]> {
  const { media } = config
  if (media.by === 'nobody') return [fine('Sound and picture are off (MEDIA=off).')]
  const found = media.by === 'another' ? await checkAnother(media) : await checkOurs(media)
  return [...found, ...(await checkCertificate(config)), checkOrigin(config)]
}

export const mediaCheck: Command = {
  name: 'media check',
  usage: '',
  summary: 'Say what of sound and picture works on this machine, and what is missing',
  async run({ config, print }) {
    const found = await checkMedia(config)
    for (const { fine: isFine, say } of found) print(`${isFine ? '  ' : '! '}${say}`)
    return found.every((one) => one.fine) ? 0 : 1
  },
}
