/** Turning the pages of a list that goes on behind a mark; `pages` are the marks gone through. */
import { Trans } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'

type Props<Mark> = { pages: Mark[]; next: Mark | null | undefined; onTurn: (pages: Mark[]) => void }

export function Pager<Mark>({ pages, next, onTurn }: Props<Mark>) {
  return (
    <div className="acts">
      {pages.length > 0 && (
        <Button onPress={() => onTurn(pages.slice(0, -1))}>
          <Trans>Page before</Trans>
        </Button>
      )}
      {next && (
        <Button onPress={() => onTurn([...pages, next])}>
          <Trans>Next page</Trans>
        </Button>
      )}
    </div>
  )
}
