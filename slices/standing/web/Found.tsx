/** What an import would become, or has become. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { Output } from '#kernel/operation.ts'
import type { importTable } from '../api.ts'
import { Day } from './words.tsx'

type Imported = Output<typeof importTable>

export function Found({ found }: { found: Imported }) {
  const { t } = useLingui()
  const { dry, added, known, undecided, leftAlone, troubles, troubleCount, first } = found
  const by: Record<string, string> = {
    reference: t`by the reference`,
    name: t`by name and amount`,
    undecided: t`to be placed by hand`,
    table: '',
  }
  return (
    <div className="stack" role="status">
      <p>
        {dry ? (
          <Trans>
            It would bring {added} new; {undecided} would have to be placed by hand, {known} are
            known already, {leftAlone} went out.
          </Trans>
        ) : (
          <Trans>
            Done: {added} new; {undecided} to be placed by hand, {known} were known already,{' '}
            {leftAlone} went out.
          </Trans>
        )}
      </p>
      {dry && first.length > 0 && (
        <ul className="hint">
          {first.map((one) => (
            <li key={one.line}>
              <Day day={one.day} />: <b className="num">{one.text}</b>, <bdi>{one.name}</bdi>{' '}
              {by[one.by] ?? ''}
            </li>
          ))}
        </ul>
      )}
      {troubleCount > 0 && (
        <>
          <p>
            <Trans>{troubleCount} lines cannot be read:</Trans>
          </p>
          <ul className="hint">
            {troubles.slice(0, 50).map(({ line, sentence }) => (
              <li key={`${line} ${sentence}`}>
                <Trans>
                  Line {line}: {sentence}
                </Trans>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
