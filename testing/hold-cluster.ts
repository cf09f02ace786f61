/** A stand-in for a hall: opens the cluster of the folder given, says so, and closes it when told to. */
import { once } from 'node:events'
import { openCluster } from '#kernel/cluster.ts'
import { StartError } from '#kernel/start-error.ts'

const [data = ''] = process.argv.slice(2)
const told = Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)))
const keepAlive = setInterval(() => {}, 60_000)
try {
  const cluster = await openCluster({ data, as: 'a test hall' })
  process.stdout.write(`open ${cluster.adopted ? 'adopted' : 'started'} ${cluster.url}\n`)
  await told
  await cluster.close()
} catch (cause) {
  process.stdout.write(`refused ${cause instanceof StartError ? cause.message : String(cause)}\n`)
  process.exitCode = 1
} finally {
  clearInterval(keepAlive)
}
