/** The ballot of a secret decision: the paper is taken first, then filled in and put into the urn. */
import { Trans } from '@lingui/react/macro'
import { FileLock2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { readPapers } from '../../api/secret.ts'
import type { Decision, Mine } from '../useDecision.ts'
import { BringPaper, PaperKept } from './PaperText.tsx'
import { Promised } from './Promised.tsx'
import { type Paper, usePaper } from './usePaper.ts'

type Props = {
  decision: Decision
  mine: Mine
  /** The form, once there is a paper; what was cast from here stands in it. */
  form: (mine: Mine, paper: Paper) => ReactNode
}

export function SecretBallot({ decision, mine, form }: Props) {
  const paper = usePaper({ decision: decision.decision, member: mine.member })
  const { data, error } = useRead(readPapers, { params: { decision: decision.decision } })
  const kept = paper.paper
  if (!crypto.subtle)
    return (
      <p>
        <Trans>
          Your browser draws the paper itself, and does so only at an address that begins with
          https. Ask whoever keeps this hall for that address.
        </Trans>
      </p>
    )
  if (kept?.signature)
    return (
      <div className="stack">
        <PaperKept decision={decision} paper={paper} />
        {form({ ...mine, voted: kept.vote !== null, ballot: kept.vote }, paper)}
        <Promised />
      </div>
    )
  return (
    <div className="stack">
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && <NoPaper mine={mine} paper={paper} papers={data} />}
      <Promised />
    </div>
  )
}

type NoPaperProps = Pick<Props, 'mine'> & { paper: Paper; papers: Output<typeof readPapers> }

function NoPaper({ mine, paper, papers }: NoPaperProps) {
  const entry = papers.mine.find(({ member }) => member === mine.member)
  const key = papers.keys.find(({ group }) => group === entry?.group)
  if (!entry || !key) return null
  const lost = entry.by !== null && paper.paper !== null
  if (entry.by !== null && !lost)
    return (
      <>
        <p>
          <Trans>
            <bdi>{entry.by}</bdi> took this paper, on another device or in another browser. There it
            can be cast and changed; here, too, if it was saved as text. If nobody of yours took it,
            tell a steward before the close.
          </Trans>
        </p>
        <BringPaper paper={paper} keys={papers.keys} />
      </>
    )
  return (
    <>
      <p>
        {lost ? (
          <Trans>
            The roll says that you took your paper, and the hall’s answer did not arrive here.
            Nothing is lost: take it again, it is the same paper.
          </Trans>
        ) : (
          <Trans>
            First you take your paper: the roll shows that you did. Then you fill it in and put it
            into the urn, now or later until the close; the urn does not know whose paper it was.
          </Trans>
        )}
      </p>
      <ProblemLine cause={paper.problem} />
      <p className="acts">
        <Button look="act" isDisabled={paper.busy} onPress={() => void paper.take(key)}>
          <FileLock2 size={20} aria-hidden="true" />
          {mine.kind === 'co-op' ? <Trans>Take its paper</Trans> : <Trans>Take my paper</Trans>}
        </Button>
      </p>
      {mine.kind === 'co-op' && (
        <p className="hint">
          <Trans>
            A co-op has one paper. Whoever of its delegates takes it casts for it until the close.
          </Trans>
        </p>
      )}
    </>
  )
}
