/** How news reaches every node: in memory for one, over Redis pub/sub for several. */
import { Redis } from 'ioredis'
import type { Expulsion } from './live.ts'
import type { Log } from './log.ts'
import type { Entry } from './record.ts'

export type News = {
  entry?: Entry
  expel?: Expulsion
  pass?: { topic: string; pass: unknown }
  /** News of other nodes may have been missed: read the record. */
  missed?: true
}

export type Fanout = {
  tell(news: News): void
  hear(listen: (news: News) => void): void
  close(): Promise<void>
}

export function localFanout(): Fanout {
  const listeners: ((news: News) => void)[] = []
  return {
    tell: (news) => listeners.forEach((listen) => listen(news)),
    hear: (listen) => listeners.push(listen),
    close: async () => {},
  }
}

const CHANNEL = 'moothall:news'

/**
 * Several nodes. Own news is heard at once, not by the round trip. While Redis is away a node hears
 * only itself; when it is back, what was missed is read from the record.
 */
export function redisFanout(url: string, log: Log): Fanout {
  const me = crypto.randomUUID()
  const outgoing = new Redis(url, { maxRetriesPerRequest: null })
  const incoming = new Redis(url, { maxRetriesPerRequest: null })
  const local = localFanout()
  for (const client of [outgoing, incoming])
    client.on('error', (cause) => log.error('redis', cause))
  incoming.on('ready', () => {
    incoming
      .subscribe(CHANNEL)
      .then(() => local.tell({ missed: true }))
      .catch((cause) => log.error('redis', cause))
  })
  incoming.on('message', (_channel, text) => {
    const { from, news }: { from: string; news: News } = JSON.parse(text)
    if (from !== me) local.tell(news)
  })
  return {
    tell(news) {
      local.tell(news)
      outgoing
        .publish(CHANNEL, JSON.stringify({ from: me, news }))
        .catch((cause) => log.error('redis', cause))
    },
    hear: local.hear,
    async close() {
      outgoing.disconnect()
      incoming.disconnect()
    },
  }
}
