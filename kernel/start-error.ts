/** A reason not to start, or not to go on, that the person at the terminal can mend: said without a stack. */
export class StartError extends Error {}

/** A command was mistyped: said with its usage. */
export class UsageError extends Error {}
