/** The post of a story: a real SMTP server, or the outbox, and a wait for a letter to come. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

const PATIENCE_MS = 15_000

export type Post = AsyncDisposable & {
  url: string
  /** Every mail that came, in order, and the raw text beside. */
  mails: (ParsedMail & { raw: string })[]
  /** Waits until there are so many mails to an address; answers the last. */
  lettersTo(address: string, count?: number): Promise<ParsedMail & { raw: string }>
}

function isTo(mail: ParsedMail, address: string): boolean {
  const to = Array.isArray(mail.to) ? mail.to : [mail.to]
  return to.some((group) => group?.value.some((one) => one.address === address))
}

/** Opens a post office on a port of its own. */
export async function openPost(): Promise<Post> {
  const mails: (ParsedMail & { raw: string })[] = []
  const waiting = new Set<() => void>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8')
        simpleParser(raw, (cause, mail) => {
          if (!cause) mails.push(Object.assign(mail, { raw }))
          for (const look of waiting) look()
          done(cause)
        })
      })
    },
  })
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = addressOf(listener.address())
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    lettersTo: (address, count = 1) =>
      until(waiting, () => {
        const found = mails.filter((mail) => isTo(mail, address))
        return found.length >= count ? found[count - 1] : undefined
      }),
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('The post has no port.')
  return address
}

function until<T>(waiting: Set<() => void>, look: () => T | undefined): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      waiting.delete(check)
      reject(new Error('no such mail came'))
    }, PATIENCE_MS)
    function check() {
      const found = look()
      if (found === undefined) return
      clearTimeout(late)
      waiting.delete(check)
      resolve(found)
    }
    waiting.add(check)
    check()
  })
}

/** The six digits in a letter. */
export function codeIn(mail: { subject?: string | undefined }): string {
  const code = /^\d{6}/.exec(mail.subject ?? '')?.[0]
  if (!code) throw new Error(`no code in ${mail.subject}`)
  return code
}
