/** The `moothall` command. */
import { commands } from './commands.ts'
import { runCommand } from './command-line.ts'
import { toTheEnd } from './process.ts'

await toTheEnd((stop) => runCommand(process.argv.slice(2), { commands, stop }))
