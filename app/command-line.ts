/** From what was typed to a command, its help and its exit code. */
import { readConfig } from '#kernel/config.ts'
import type { Command } from '#kernel/slice.ts'
import { UsageError } from '#kernel/start-error.ts'
import { print, type Stop } from './process.ts'
import { holdHall } from './start.ts'
import { visitHall } from './visit.ts'

export type CommandLine = { commands: readonly Command[]; stop: Stop }

/** Runs what was typed; answers the exit code. */
export async function runCommand(
  typed: readonly string[],
  { commands, stop }: CommandLine,
): Promise<number> {
  const [first = 'help'] = typed
  if (first === 'start') return holdHall(typed.slice(1), stop)
  if (['help', '--help', '-h'].includes(first)) return sayHelp(commands, typed.slice(1).join(' '))
  const command = commandIn(commands, typed)
  if (!command) throw new UsageError(`There is no command "${shown(typed)}". See: moothall help`)
  const args = typed.slice(command.name.split(' ').length)
  if (args.includes('--help')) return sayHelp(commands, command.name)
  return runOne(command, args)
}

/** The longest name that what was typed begins with; of several such, the first that fits. */
function commandIn(commands: readonly Command[], typed: readonly string[]): Command | undefined {
  const words = ({ name }: Command) => name.split(' ')
  const named = commands.filter((command) =>
    words(command).every((word, index) => typed[index] === word),
  )
  const byLength = named.toSorted((a, b) => words(b).length - words(a).length)
  const args = (command: Command) => typed.slice(words(command).length)
  return byLength.find((command) => command.fits?.(args(command)) ?? true) ?? byLength[0]
}

function shown(typed: readonly string[]): string {
  return typed
    .filter((word) => !word.startsWith('-'))
    .slice(0, 2)
    .join(' ')
    .slice(0, 60)
}

async function runOne(command: Command, args: string[]): Promise<number> {
  const config = readConfig(process.env)
  await using visit = visitHall(config, `moothall ${command.name}`)
  try {
    return await command.run({ args, config, open: visit.open, print })
  } catch (cause) {
    if (isMistyped(cause))
      throw new UsageError(`${cause.message}\nUsage: moothall ${command.name} ${command.usage}`)
    throw cause
  }
}

/** What node:util's parseArgs throws, and what a command says of its own arguments. */
function isMistyped(cause: unknown): cause is Error {
  if (cause instanceof UsageError) return true
  return (
    cause instanceof TypeError && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS')
  )
}

function sayHelp(commands: readonly Command[], about: string): number {
  const chosen = commands.filter(({ name }) => about === '' || name === about)
  if (about !== '' && chosen.length === 0)
    throw new UsageError(`There is no command "${about}". See: moothall help`)
  if (about === '') {
    print('moothall: the hall of a platform co-op\n\nUsage: moothall COMMAND\n')
    print('  start\n      Opens the hall and holds it open until Ctrl-C.')
  }
  for (const { name, usage, summary } of chosen) print(`  ${name} ${usage}\n      ${summary}`)
  if (about === '')
    print('\nSettings come from the environment (PORT, DATA, DATABASE_URL …): see docs/host.md.')
  return 0
}
