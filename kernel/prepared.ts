/**
 * Statements that come again and again are prepared: the server reads and plans each once a
 * connection, not once a message of the chat. By their text, as Kysely makes it, the same every time;
 * long ones (many rows at once) and rare ones are sent as they are.
 */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import type { Pool, PoolClient } from 'pg'

const LONGEST = 1500
const OFTEN = 5
const MOST = 300

/** The name of a statement that is worth preparing, else undefined. */
export function createNames(): (text: string) => string | undefined {
  const seen = new Map<string, { times: number; name: string }>()
  return (text) => {
    if (text.length > LONGEST) return undefined
    const known = seen.get(text)
    if (!known) {
      if (seen.size < MOST) seen.set(text, { times: 1, name: `s${seen.size}` })
      return undefined
    }
    known.times += 1
    return known.times > OFTEN ? known.name : undefined
  }
}

/** A pool as Kysely wants one, whose connections prepare. */
export function preparing(pool: Pool): PostgresPool {
  const nameOf = createNames()
  const known = new WeakMap<PoolClient, PostgresPoolClient>()
  function preparingOn(client: PoolClient): PostgresPoolClient {
    function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
    function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
    function query(text: unknown, values?: readonly unknown[]): unknown {
      if (typeof text !== 'string') throw new TypeError('no cursors here')
      const name = values && values.length > 0 ? nameOf(text) : undefined
      return client.query({ text, values: [...(values ?? [])], ...(name ? { name } : {}) })
    }
    return { query, release: (destroy) => client.release(destroy) }
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const wrapped = known.get(client) ?? preparingOn(client)
      known.set(client, wrapped)
      return wrapped
    },
  }
}
