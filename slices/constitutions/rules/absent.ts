/** What a class does of which nobody votes, where a majority in each class is asked for. */
export const ABSENT_CLASSES = ['fails', 'left-out', 'fails-if-any'] as const
export type AbsentClass = (typeof ABSENT_CLASSES)[number]

/** How rules are read that were adopted before this was asked: who is not there can't stop anybody. */
export const UNSAID_ABSENT: AbsentClass = 'fails-if-any'
