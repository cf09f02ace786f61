/** What a device that did not come means, by the names that browsers give. */
import type { Trouble } from './callStore.ts'

export function troubleOf(cause: unknown): Trouble {
  if (!window.isSecureContext) return 'insecure'
  const name = cause instanceof Error ? cause.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'device-refused'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'device-missing'
  return 'device-busy'
}
