/** After the close: what was in the urn, and my own ballot in it. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Pager } from '#slices/standing/web/Pager.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { readPapers, readUrn } from '../../api/secret.ts'
import { writeVote } from '../../rules/count/votes.ts'
import { spelled } from '../../rules/secret/paper.ts'
import type { Decision } from '../useDecision.ts'
import { useVoteInWords } from '../words.tsx'
import { type Kept, keptPaper } from './keeping.ts'
import styles from './secret.module.css'

type Ballots = Output<typeof readUrn>['ballots']

export function UrnFound({ decision }: { decision: Decision }) {
  const { t } = useLingui()
  const inWords = useVoteInWords(decision.text.options.map(({ name }) => name))
  const [words, setWords] = useState('')
  const [pages, setPages] = useState<Ballots[number]['tracker'][]>([])
  const after = pages.at(-1)
  const query = { ...(words.trim() ? { tracker: words } : {}), ...(after ? { after } : {}) }
  const params = { decision: decision.decision }
  const { data, error } = useRead(readUrn, { params, query })
  const kept = decision.mine.flatMap(({ member, name }) => {
    const paper = keptPaper(decision.decision, member)
    return paper?.signature ? [{ member, name, paper }] : []
  })
  return (
    <section className="place" aria-labelledby="urn-h">
      <h2 id="urn-h">
        <Trans>What was in the urn</Trans>
      </h2>
      <ProblemLine cause={error} />
      {data && (
        <p>
          <Trans>
            {data.taken} papers were taken, {data.cast} are in the urn.
          </Trans>{' '}
          {data.taken > data.cast && (
            <Plural
              value={data.taken - data.cast}
              one="One was taken and not cast."
              other="# were taken and not cast."
            />
          )}
        </p>
      )}
      {kept.map(({ member, name, paper }) => (
        <Own key={member} decision={decision} name={name} paper={paper} />
      ))}
      <Field
        label={t`Find a ballot by the first letters of its tracker`}
        value={words}
        onChange={(to) => {
          setWords(to)
          setPages([])
        }}
      />
      <ul className="rows" aria-label={t`Ballots`}>
        {data?.ballots.map(({ tracker, group, vote }) => (
          <li key={tracker}>
            <span className={styles['tracker']}>{spelled(tracker)}</span>
            <span>
              {inWords(vote)} <span className="hint">{group}</span>
            </span>
          </li>
        ))}
      </ul>
      {data && data.ballots.length === 0 && (
        <p className="empty">
          <Trans>No ballot has a tracker that begins so.</Trans>
        </p>
      )}
      <Pager pages={pages} next={data?.next ?? null} onTurn={setPages} />
    </section>
  )
}

type OwnProps = { decision: Decision; name: string; paper: Kept }

/** Whether the ballot of a paper on this device was counted as it was cast from here. */
function Own({ decision, name, paper }: OwnProps) {
  const params = { decision: decision.decision }
  const urn = useRead(readUrn, { params, query: { tracker: paper.tracker } })
  const papers = useRead(readPapers, { params })
  const key = papers.data?.keys.find(({ group }) => group === paper.group)
  if (!urn.data || !papers.data) return null
  const [found] = urn.data.ballots
  const same = found && paper.vote && writeVote(found.vote) === writeVote(paper.vote)
  return (
    <div className="well">
      <p>
        <b className={styles['tracker']}>{spelled(paper.tracker)}</b> (<bdi>{name}</bdi>)
      </p>
      <p>
        {key?.publicKey !== paper.publicKey ? (
          <Trans>
            Your paper was signed by a key that is not the one published. Tell a steward: that must
            not be.
          </Trans>
        ) : !found ? (
          paper.vote ? (
            <Trans>
              Your ballot is not in the urn, and this device cast it. Tell a steward: that must not
              be.
            </Trans>
          ) : (
            <Trans>You took your paper and did not put it into the urn from this device.</Trans>
          )
        ) : same ? (
          <Trans>Your ballot is in the urn, as this device cast it last.</Trans>
        ) : (
          <Trans>
            Your ballot is in the urn, otherwise than this device cast it last. If you did not
            change it from another device, tell a steward.
          </Trans>
        )}
      </p>
    </div>
  )
}
