/** Voting for another: whom I asked to vote for me in a decision, and for whom I vote. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { endProxy, listProxies } from '../api/proxies.ts'
import { GiveProxy } from './GiveProxy.tsx'
import { type Decision, TOUCHES } from './useDecision.ts'
import { Moment } from './words.tsx'

type Proxy = Output<typeof listProxies>['given'][number]

export function Proxies({ decision }: { decision: Decision }) {
  const { t } = useLingui()
  const [giving, setGiving] = useState(false)
  const { circle, decision: id, state, proxies, mine } = decision
  const mayGive = mine.some(({ through, votes }) => through === 'self' && votes)
  const wanted = proxies > 0 && (state === 'talk' || state === 'open') && mayGive
  const { data } = useRead(listProxies, { params: { circle: circle.id } }, wanted)
  const end = useCall(endProxy, { touches: [...TOUCHES, listProxies] })
  if (!wanted || !data) return null
  const here = ({ decision: of }: Proxy) => of === null || of === id
  const given = data.given.filter(here).toSorted((a) => (a.decision === null ? 1 : -1))
  const held = data.held.filter(here)
  const row = (proxy: Proxy, mineToo: boolean) => (
    <li key={proxy.proxy}>
      <div>
        {mineToo ? (
          <Trans>
            <bdi>{proxy.holderName}</bdi> votes for you.
          </Trans>
        ) : (
          <Trans>
            You vote for <bdi>{proxy.giverName}</bdi>.
          </Trans>
        )}
        <p className="hint">
          <bdi>{proxy.says}</bdi>{' '}
          {proxy.until && (
            <Trans>
              In all decisions until <Moment at={proxy.until} />.
            </Trans>
          )}
        </p>
      </div>
      <Button
        small
        look="quiet"
        isDisabled={end.isPending}
        aria-label={
          mineToo ? t`Take it back from ${proxy.holderName}` : t`Lay it down for ${proxy.giverName}`
        }
        onPress={() => end.mutate({ params: { circle: circle.id, proxy: proxy.proxy } })}
      >
        {mineToo ? <Trans>Take it back</Trans> : <Trans>Lay it down</Trans>}
      </Button>
    </li>
  )
  return (
    <section className="place" aria-labelledby="proxies-h">
      <h2 id="proxies-h">
        <Trans>Voting for another</Trans>
      </h2>
      <ul className="rows">
        {given.map((proxy) => row(proxy, true))}
        {held.map((proxy) => row(proxy, false))}
      </ul>
      <ProblemLine cause={end.error} />
      {held.length === 0 && (
        <p className="acts">
          <Button onPress={() => setGiving(true)}>
            {given.length > 0 ? <Trans>Ask somebody else…</Trans> : <Trans>Ask somebody…</Trans>}
          </Button>
        </p>
      )}
      <p className="hint">
        <Trans>
          Who cannot vote may ask another member in writing. Your own vote goes first, and all on
          the roll see who votes for whom.
        </Trans>
      </p>
      {giving && <GiveProxy decision={decision} onClose={() => setGiving(false)} />}
    </section>
  )
}
