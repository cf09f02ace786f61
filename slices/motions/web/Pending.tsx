/** What is pending: the motion, its amendments, the next step, and the vote. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Acts } from './Acts.tsx'
import { Changed, Text } from './Text.tsx'
import type { Motion, Motions } from './useMotions.ts'
import { VoteCard } from './VoteCard.tsx'
import { MovedBy } from './words.tsx'

export function Pending({ motions }: { motions: Motions }) {
  const { pending, vote } = motions
  const [main, ...amendments] = pending
  if (!main) return null
  const voting = pending.find(({ state }) => state === 'voting')
  return (
    <>
      <Main motion={main} quiet={amendments.length > 0} voting={voting === main} />
      {amendments.map((one, at) => (
        <Amendment
          key={one.motion}
          motion={one}
          over={pending[at] ?? main}
          quiet={at < amendments.length - 1}
          voting={voting === one}
        />
      ))}
      {vote && voting ? <VoteCard vote={vote} motion={voting} /> : <Acts motions={motions} />}
    </>
  )
}

function State({ motion, voting }: { motion: Motion; voting: boolean }) {
  if (voting)
    return (
      <span className="tag ember">
        <Trans>Being voted on</Trans>
      </span>
    )
  return (
    <span className="tag">
      {motion.over ? (
        <Trans>Amendment</Trans>
      ) : motion.state === 'moved' ? (
        <Trans>Moved</Trans>
      ) : (
        <Trans>Talked about</Trans>
      )}
    </span>
  )
}

function Main({ motion, quiet, voting }: { motion: Motion; quiet: boolean; voting: boolean }) {
  return (
    <article className={`motion-main${quiet ? ' quiet' : ''}`}>
      <p className="motion-meta">
        <State motion={motion} voting={voting} />{' '}
        <span className="hint">
          {motion.kind.name} · <MovedBy motion={motion} />
        </span>
      </p>
      <h2>
        <bdi>{motion.title}</bdi>
      </h2>
      <Text text={motion.question} />
      <Options motion={motion} />
      <Before motion={motion} />
    </article>
  )
}

function Options({ motion: { options } }: { motion: Motion }) {
  const { t } = useLingui()
  if (options.length === 0) return null
  return (
    <ul className="motion-options" aria-label={t`Options`}>
      {options.map(({ name, note }) => (
        <li key={name}>
          <bdi className="what">{name}</bdi> {note && <span className="hint">{note}</span>}
        </li>
      ))}
    </ul>
  )
}

/** What amendments changed so far. */
function Before({ motion: { before, question } }: { motion: Motion }) {
  const [first] = before
  if (!first) return null
  return (
    <details className="motion-over">
      <summary>
        <Trans>What amendments changed</Trans>
      </summary>
      <Changed before={first.question} after={question} />
    </details>
  )
}

type AmendmentProps = { motion: Motion; over: Motion; quiet: boolean; voting: boolean }

function Amendment({ motion, over, quiet, voting }: AmendmentProps) {
  return (
    <article className={`motion-amendment${quiet ? ' quiet' : ''}`}>
      <p className="motion-meta">
        <State motion={motion} voting={voting} />{' '}
        <span className="hint">
          {over.over ? <Trans>to the amendment</Trans> : <Trans>to the motion</Trans>} ·{' '}
          <MovedBy motion={motion} />
        </span>
      </p>
      {motion.title !== over.title && <Changed before={over.title} after={motion.title} />}
      <Changed before={over.question} after={motion.question} />
    </article>
  )
}
