/** Why a decision is no mandate, and why a ballot against one is not taken. */
import type { RefusalMeanings } from '#kernel/problem.ts'

export const mandateRefusals: RefusalMeanings = {
  'mandate-elsewhere': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.mandate-elsewhere',
      message:
        'Your co-op is no member of the circle that decides on that, so it has no vote there to tell of.',
    },
  },
  'mandate-is-a-question': {
    status: 422,
    say: /*i18n*/ {
      id: 'decisions.refused.mandate-question',
      message: 'A mandate is a question with a yes or a no. Ask one, and say what follows of each.',
    },
  },
  'mandate-stands': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.mandate-stands',
      message:
        'It is open or over, and what it means stands. Tie a decision that is a draft or is talked about.',
    },
  },
  'mandate-too-late': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.mandate-late',
      message:
        'The other decision is a draft or takes no ballots any more, so there is nothing to mandate for.',
    },
  },
  'mandate-there': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.mandate-there',
      message:
        'Your co-op decides on its vote there already. Withdraw that decision first, or speak with who proposed it.',
    },
  },
  'against-the-mandate': {
    status: 409,
    say: /*i18n*/ {
      id: 'decisions.refused.against-mandate',
      message:
        'Your co-op decided how its vote is cast, and its rules bind its delegates to that. Cast it so, or ask your co-op to decide anew.',
    },
  },
}
