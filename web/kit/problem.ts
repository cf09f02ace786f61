/** A refusal as the web meets it: thrown by `call`, said where the button was pressed. */
import type { Problem } from '#kernel/problem.ts'

export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

/** The name of a refusal, or null when the cause is none. */
export function refusalName(cause: unknown): string | null {
  return cause instanceof ProblemError ? cause.problem.name : null
}
