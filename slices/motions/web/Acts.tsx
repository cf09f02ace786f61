/** The next step, first; what else can be done with what is pending, beside it. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFloats } from '#slices/room/web/Floats.tsx'
import { type Acts as Doing, useActs, useFacilitates, useInRoom } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { type Choice, MenuButton } from '#web/kit/Menu.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import * as api from '../api.ts'
import { AmendSheet, OptionSheet } from './AmendSheet.tsx'
import type { Motion, Motions } from './useMotions.ts'
import { PUT } from './words.tsx'

export function Acts({ motions }: { motions: Motions }) {
  const { me } = useInRoom()
  const acts = useActs()
  const facilitates = useFacilitates()
  const { pending, step, member } = motions
  const top = pending.at(-1)
  if (!top || !step) return null
  return (
    <div className="motion-acts">
      <p className="motion-step" role="status">
        <StepWords step={step} motion={top} />
      </p>
      <ProblemLine cause={acts.problem} />
      <div className="acts">
        {facilitates && <Facilitating motions={motions} top={top} acts={acts} />}
        {member && (
          <Taking motions={motions} top={top} acts={acts} mine={top.movedBy.person === me.who} />
        )}
      </div>
    </div>
  )
}

type StepProps = { step: NonNullable<Motions['step']>; motion: Motion }

/** What everybody reads of where it stands. */
function StepWords({ step, motion }: StepProps): ReactNode {
  switch (step.do) {
    case 'second':
      return (
        <Plural
          value={step.missing}
          one="Next: another member seconds it."
          other="Next: # other members second it."
        />
      )
    case 'state':
      return <Trans>Next: a facilitator states it.</Trans>
    case 'leave':
      return (
        <Trans>
          <bdi>{motion.movedBy.name}</bdi> asks to withdraw it. Does anybody object?
        </Trans>
      )
    default:
      return motion.over ? (
        <Trans>Next: the amendment is talked about, then voted on.</Trans>
      ) : (
        <Trans>Next: it is talked about, amended, then voted on.</Trans>
      )
  }
}

type Props = { motions: Motions; top: Motion; acts: Doing }

/** Asking the assembly to decide: one way as a button, others in its menu. */
function PutButton({ top, acts: { act, busy } }: Omit<Props, 'motions'>) {
  const { t, i18n } = useLingui()
  const params = { motion: top.motion }
  const [only, ...others] = top.ways
  if (!only) return null
  if (others.length === 0)
    return (
      <Button
        look="act"
        isDisabled={busy}
        onPress={() => void act(api.putToVote, { params, body: { way: only } })}
      >
        {i18n._(PUT[only])}
      </Button>
    )
  const choices: Choice[] = top.ways.map((way) => ({
    id: way,
    label: i18n._(PUT[way]),
    run: () => void act(api.putToVote, { params, body: { way } }),
  }))
  return (
    <MenuButton label={t`Put it to the vote`} choices={choices}>
      <Button look="act" isDisabled={busy}>
        <Trans>Put it to the vote</Trans>
      </Button>
    </MenuButton>
  )
}

function Facilitating({ motions, top, acts }: Props) {
  const { act, busy } = acts
  const { step } = motions
  const [main] = motions.pending
  const params = { motion: top.motion }
  return (
    <>
      {step?.do === 'second' && (
        <Button isDisabled={busy} onPress={() => void act(api.letMotionFall, { params })}>
          <Trans>Nobody seconds it</Trans>
        </Button>
      )}
      {step?.do === 'state' && (
        <Button look="act" isDisabled={busy} onPress={() => void act(api.stateMotion, { params })}>
          <Trans>State it</Trans>
        </Button>
      )}
      {step?.do === 'leave' && (
        <Button isDisabled={busy} onPress={() => void act(api.giveLeave, { params })}>
          <Trans>Nobody objects: withdrawn</Trans>
        </Button>
      )}
      {(step?.do === 'talk' || step?.do === 'leave') && <PutButton top={top} acts={acts} />}
      {main && main.state === 'stated' && (
        <Button
          isDisabled={busy}
          onPress={() => void act(api.postponeMotion, { params: { motion: main.motion } })}
        >
          <Trans>Postpone it</Trans>
        </Button>
      )}
    </>
  )
}

function Taking({ motions, top, acts: { act, busy }, mine }: Props & { mine: boolean }) {
  const { me } = useInRoom()
  const { open } = useFloats()
  const { step, pending } = motions
  const [main] = pending
  const params = { motion: top.motion }
  const seconded = top.seconders.some(({ person }) => person === me.who)
  const isFree = main?.announced === false
  const amendable = isFree && main.state === 'stated' && !top.kind.choosing && pending.length < 3
  return (
    <>
      {step?.do === 'second' && !mine && !seconded && (
        <Button look="act" isDisabled={busy} onPress={() => void act(api.secondMotion, { params })}>
          <Trans>I second it</Trans>
        </Button>
      )}
      {step?.do === 'leave' && !mine && (
        <Button isDisabled={busy} onPress={() => void act(api.refuseLeave, { params })}>
          <Trans>I object: it goes on</Trans>
        </Button>
      )}
      {amendable && (
        <Button isDisabled={busy} onPress={() => open(<AmendSheet motion={top} />)}>
          <Trans>Amend it</Trans>
        </Button>
      )}
      {isFree && top.kind.choosing && (
        <Button isDisabled={busy} onPress={() => open(<OptionSheet motion={top} />)}>
          <Trans>Put forward</Trans>
        </Button>
      )}
      {mine && !top.leaveAsked && (
        <Button isDisabled={busy} onPress={() => void act(api.withdrawMotion, { params })}>
          {top.state === 'stated' ? <Trans>Ask to withdraw it</Trans> : <Trans>Withdraw it</Trans>}
        </Button>
      )}
    </>
  )
}
