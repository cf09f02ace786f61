/** Who took a paper, by name: whoever reads their own there and took none has something to say. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Pager } from '#slices/standing/web/Pager.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { readPapers } from '../../api/secret.ts'
import type { Id } from '../useDecision.ts'

type Member = Output<typeof readPapers>['papers'][number]['member']

export function Papers({ id }: { id: Id }) {
  const { t } = useLingui()
  const [pages, setPages] = useState<Member[]>([])
  const after = pages.at(-1)
  const query = after ? { after } : {}
  const { data } = useRead(readPapers, { params: { decision: id }, query })
  if (!data) return null
  return (
    <section className="place" aria-labelledby="papers-h">
      <h2 id="papers-h">
        <Trans>Papers taken</Trans>
      </h2>
      <ul className="rows">
        {data.keys.map(({ group, name, on, taken }) => (
          <li key={group}>
            <span>
              {data.keys.length > 1 && <>{name}: </>}
              <Trans>
                {taken} of {on}
              </Trans>
            </span>
          </li>
        ))}
      </ul>
      {data.papers.length > 0 && (
        <details>
          <summary>
            <Trans>By whom</Trans>
          </summary>
          <ul className="rows" aria-label={t`Who took a paper`}>
            {data.papers.map(({ member, name, by }) => (
              <li key={member}>
                <div>
                  <bdi className="what">{name}</bdi>
                  {by && (
                    <p className="hint">
                      <Trans>taken by {by}</Trans>
                    </p>
                  )}
                </div>
              </li>
            ))}
          </ul>
          <Pager pages={pages} next={data.next} onTurn={setPages} />
        </details>
      )}
      <p className="hint">
        <Trans>If a paper was taken in your name and you took none, tell a steward at once.</Trans>
      </p>
    </section>
  )
}
