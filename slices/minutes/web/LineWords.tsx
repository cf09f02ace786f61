/** The words of a line, or why there are none. */
import { Trans } from '@lingui/react/macro'
import type { ChatLine } from '../rules/document.ts'
import { Linked } from './Linked.tsx'

export function Words({ line: { state, text, reactions } }: { line: ChatLine }) {
  if (state === 'withdrawn')
    return (
      <i>
        <Trans>(withdrawn by its author)</Trans>
      </i>
    )
  if (state === 'hidden')
    return (
      <i>
        <Trans>(hidden by a facilitator)</Trans>
      </i>
    )
  if (state === 'erased')
    return (
      <i>
        <Trans>(erased with its author)</Trans>
      </i>
    )
  return (
    <>
      <Linked text={text} />{' '}
      <small>
        {state === 'corrected' && <Trans>corrected</Trans>}
        {state === 'edited' && <Trans>edited</Trans>}{' '}
        {reactions.map(({ emoji, count }) => `${emoji} ${count}`).join(' ')}
      </small>
    </>
  )
}
