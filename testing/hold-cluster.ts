/** A stand-in for a hall: opens the cluster of the folder given, says so, and closes it when told to. */
import { openCluster } from '#kernel/cluster.ts'
import { StartError } from '#kernel/start-error.ts'

const [data = ''] = process.argv.slice(2)
try {
  const cluster = await openCluster({ data, as: 'a test hall' })
  process.stdout.write(`open ${cluster.adopted ? 'adopted' : 'started'} ${cluster.url}\n`)
  const keepAlive = setInterval(() => {}, 60_000)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void cluster.close().then(() => clearInterval(keepAlive)))
  }
} catch (cause) {
  process.stdout.write(`refused ${cause instanceof StartError ? cause.message : String(cause)}\n`)
  process.exitCode = 1
}
