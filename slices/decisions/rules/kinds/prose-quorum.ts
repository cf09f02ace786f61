/** What prose says of a quorum that must be more than its part. */
type Words = { id: string; message: string }

export const QUORUM_MORE: Record<string, Words> = {
  voters: /*i18n*/ {
    id: 'decisions.says.quorum-more',
    message: 'It counts only if more than {part} of the roll take part.',
  },
  weight: /*i18n*/ {
    id: 'decisions.says.quorum-weight-more',
    message: 'It counts only if more than {part} of the weight on the roll takes part.',
  },
  'each-class': /*i18n*/ {
    id: 'decisions.says.quorum-each-more',
    message: 'It counts only if more than {part} of each class on the roll take part.',
  },
}
