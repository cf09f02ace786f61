/** Objections to what is decided by consent: those there are, what is next, and objecting. */
import { Plural, Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { holdsUp } from '../../rules/consent/objections.ts'
import type { Decision } from '../useDecision.ts'
import { BallotObjections } from './BallotObjections.tsx'
import { ObjectionRow } from './ObjectionRow.tsx'
import { ObjectSheet } from './ObjectSheet.tsx'
import { type Objections as Found, useObjections } from './useObjections.ts'
import styles from './consent.module.css'

/** Where all of them stand together, while it is talked about. */
function Together({ decision, found }: { decision: Decision; found: Found }) {
  const open = found.objections.filter(holdsUp).length
  if (decision.state !== 'talk') return null
  return (
    <p>
      {open === 0 ? (
        <Trans>None holds up the opening.</Trans>
      ) : (
        <Plural
          value={open}
          one="One holds up the opening: it is dealt with first."
          other="# hold up the opening: they are dealt with first."
        />
      )}{' '}
      {found.judges && (
        <Trans>By the rules a steward may judge that an objection is not valid.</Trans>
      )}
    </p>
  )
}

export function Objections({ decision }: { decision: Decision }) {
  const [objecting, setObjecting] = useState(false)
  const found = useObjections(decision)
  if (!found) return null
  const { objections, ballots, mayObject } = found
  const talk = decision.state === 'talk'
  const cast = ballots ?? []
  if (!talk && objections.length === 0 && cast.length === 0) return null
  return (
    <section className="place" aria-labelledby="objections-h">
      <h2 id="objections-h">
        <Trans>Objections</Trans>
      </h2>
      <div className="stack">
        <Together decision={decision} found={found} />
        {objections.length > 0 && (
          <ul className={styles['objections']}>
            {objections.map((one) => (
              <ObjectionRow key={one.objection} decision={decision} objection={one} />
            ))}
          </ul>
        )}
        {cast.length > 0 && <BallotObjections id={decision.decision} ballots={cast} />}
        {mayObject.length > 0 && (
          <p className="acts">
            <Button onPress={() => setObjecting(true)}>
              <Trans>Object to it…</Trans>
            </Button>
          </p>
        )}
      </div>
      {objecting && (
        <ObjectSheet decision={decision} may={mayObject} onClose={() => setObjecting(false)} />
      )}
    </section>
  )
}
