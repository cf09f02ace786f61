/** Who asks, by whatever way they ask: an operation, a page, a file, a feed. */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import { addressReader } from './address.ts'
import type { Hall } from './hall.ts'
import { type Caller, callerOf, cookiesOf } from './session.ts'

/** The caller that a request's cookies make, at the address that trusted proxies say. */
export function callerAt(hall: Pick<Hall, 'config' | 'db' | 'clock'>, c: Context): Promise<Caller> {
  const remote = getConnInfo(c).remote.address ?? ''
  const ip = addressReader(hall.config.trustedProxies)(remote, c.req.header('x-forwarded-for'))
  return callerOf(hall.db, cookiesOf(c, ip), hall.clock.now())
}
