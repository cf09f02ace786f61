/**
 * Everything that can be set from outside, read once from the environment and checked. Every
 * variable that may carry a secret can also be given as a file (`X_FILE`, as container secrets
 * are); the variable itself wins. An empty value counts as not set. What is wrong is said all at
 * once, naming each variable and never printing a value.
 */
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { MediaPlan } from './media/state.ts'

/** Exit code of a wrong setting (EX_CONFIG of sysexits). */
export const EXIT_CONFIG = 78

const MEGABYTE = 1024 * 1024
const SECRETS = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'LIVEKIT_SECRET'] as const

const whole = (from: number, to: number) =>
  z
    .string()
    .refine((text) => /^\d{1,6}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `must be a whole number from ${from} to ${to}.`,
    })
    .transform(Number)

function isUrl(text: string, protocols: readonly string[]): boolean {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

const address = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((text) => isUrl(text, protocols), { error: `must be an address like ${example}.` })
    .nullable()
    .default(null)

function isOrigin(text: string): boolean {
  if (!isUrl(text, ['http:', 'https:'])) return false
  const url = new URL(text)
  return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
}

function isNetwork(text: string): boolean {
  const [host = '', bits, ...rest] = text.split('/')
  const most = { 4: 32, 6: 128 }[isIP(host)]
  if (most === undefined || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
}

const listOf = (text: string) => text.split(/[\s,]+/).filter((part) => part !== '')

const Environment = z.object({
  PORT: whole(0, 65_535).default(8020),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, {
      error: 'must be a name or an address to listen on, such as localhost or 0.0.0.0.',
    })
    .default('localhost'),
  ORIGIN: z
    .string()
    .refine(isOrigin, {
      error: 'must be the address people type, without a path, such as https://hall.example.org.',
    })
    .transform((text) => new URL(text).origin)
    .nullable()
    .default(null),
  DATA: z.string().default('./data'),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host/database'),
  DATABASE_POOL: whole(2, 500).default(10),
  REDIS_URL: address(['redis:', 'rediss:'], 'redis://host:6379'),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtps://user:password@mail.example.org'),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\p{Cc}]*<)?[^\s<>@]+@[^\s<>@]+>?$/u, {
      error: 'must be a mail address, such as Our Hall <hall@example.org>.',
    })
    .nullable()
    .default(null),
  TLS_CERT: z.string().nullable().default(null),
  TLS_KEY: z.string().nullable().default(null),
  MEMBER_FILES_MB: whole(1, 999_999).default(1024),
  CIRCLE_FILES_MB: whole(1, 999_999).default(10_240),
  MEDIA: z
    .enum(['on', 'off'], { error: 'must be on, or off for a hall that lives in text alone.' })
    .default('on'),
  MEDIA_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, {
      error: 'must be the name or the address by which browsers reach this machine.',
    })
    .nullable()
    .default(null),
  MEDIA_PORT: whole(1024, 65_000).default(7880),
  LIVEKIT_SERVER: z.string().nullable().default(null),
  LIVEKIT_URL: address(['http:', 'https:', 'ws:', 'wss:'], 'https://media.example.org'),
  LIVEKIT_KEY: z.string().nullable().default(null),
  LIVEKIT_SECRET: z.string().nullable().default(null),
  TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(listOf)
    .refine((list) => list.every(isNetwork), {
      error: 'must be addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8.',
    }),
})

export type TlsFiles = { cert: string; key: string }

export type Config = {
  /** 0 lets the system choose one. */
  port: number
  /** `localhost` listens on both loopback addresses, 127.0.0.1 and ::1, and on nothing else. */
  host: string
  /**
   * What all absolute addresses are made from; the Host header is never trusted. Empty when the
   * system chooses the port: then it is known once the hall listens.
   */
  origin: string
  /** The folder of all data, absolute. */
  data: string
  /** Null: our own PostgreSQL, in the folder of data. */
  databaseUrl: string | null
  /** The most connections that this node opens. */
  databasePool: number
  redisUrl: string | null
  /** Null: mails stand in the outbox. */
  smtpUrl: string | null
  mailFrom: string
  /** How much the files of one member may take, and those of one circle, in bytes. */
  memberFiles: number
  circleFiles: number
  /** Addresses and networks (CIDR) whose X-Forwarded-For is believed. */
  trustedProxies: readonly string[]
  /** The files (PEM) of a certificate and its key; null: people come by http, or through a proxy. */
  tls: TlsFiles | null
  /** Where sound and picture come from. */
  media: MediaPlan
}

/** What is wrong with the environment: one sentence a variable. */
export class ConfigError extends Error {
  readonly sentences: readonly string[]
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}

type Env = Record<string, string | undefined>

/** Reads and checks the environment. Throws a ConfigError that names every wrong variable. */
export function readConfig(env: Env): Config {
  const { given, sentences } = withFiles(env)
  const result = Environment.safeParse(given)
  if (!result.success) {
    sentences.push(
      ...result.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
    )
  }
  const half =
    result.data &&
    (result.data.LIVEKIT_KEY && result.data.LIVEKIT_SECRET ? null : result.data.LIVEKIT_URL)
  if (half) sentences.push('LIVEKIT_URL needs LIVEKIT_KEY and LIVEKIT_SECRET beside it.')
  if (result.data && (result.data.TLS_CERT === null) !== (result.data.TLS_KEY === null))
    sentences.push('TLS_CERT and TLS_KEY go together: set both, or none behind a proxy.')
  if (!result.success || sentences.length > 0) throw new ConfigError([...new Set(sentences)])
  return configFrom(result.data)
}

function configFrom(set: z.output<typeof Environment>): Config {
  const { TLS_CERT: cert, TLS_KEY: key } = set
  const tls = cert && key ? { cert: resolve(cert), key: resolve(key) } : null
  const local = `${tls ? 'https' : 'http'}://localhost`
  const origin = set.ORIGIN ?? (set.PORT === 0 ? '' : new URL(`${local}:${set.PORT}`).origin)
  const hostname = origin ? new URL(origin).hostname : 'localhost'
  return {
    port: set.PORT,
    host: set.HOST,
    origin,
    data: resolve(set.DATA),
    databaseUrl: set.DATABASE_URL,
    databasePool: set.DATABASE_POOL,
    redisUrl: set.REDIS_URL,
    smtpUrl: set.SMTP_URL,
    mailFrom: set.MAIL_FROM ?? `Moothall <moothall@${hostname}>`,
    memberFiles: set.MEMBER_FILES_MB * MEGABYTE,
    circleFiles: set.CIRCLE_FILES_MB * MEGABYTE,
    trustedProxies: set.TRUSTED_PROXIES,
    tls,
    media: mediaOf(set),
  }
}

function mediaOf(set: z.output<typeof Environment>): MediaPlan {
  if (set.MEDIA === 'off') return { by: 'nobody' }
  const { LIVEKIT_URL: url, LIVEKIT_KEY: key, LIVEKIT_SECRET: secret } = set
  if (url && key && secret)
    return { by: 'another', url: url.replace(/^ws/, 'http').replace(/\/$/, ''), key, secret }
  const { LIVEKIT_SERVER: binary, MEDIA_HOST: host, MEDIA_PORT: port, REDIS_URL: redisUrl } = set
  return { by: 'us', binary, host, port, redisUrl: host ? redisUrl : null }
}

/** The environment with the contents of X_FILE where X is not set. */
function withFiles(env: Env): { given: Env; sentences: string[] } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const sentences: string[] = []
  for (const name of SECRETS) {
    const file = given[`${name}_FILE`]
    if (!file || given[name]) continue
    try {
      const text = readFileSync(file, 'utf8').trim()
      if (text) given[name] = text
      else sentences.push(`${name}_FILE names an empty file.`)
    } catch {
      sentences.push(`${name}_FILE must name a file that this user can read.`)
    }
  }
  return { given, sentences }
}
