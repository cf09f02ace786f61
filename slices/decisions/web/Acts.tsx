/** What whoever proposed it, or a steward, may do with a decision now. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { proposeDecision, readKinds, voidDecision, withdrawDecision } from '../api/making.ts'
import { isAnnounced, VOID_REASONS } from '../rules/life/life.ts'
import { isByAdvice } from './advice/useAdvice.ts'
import { type Decision, TOUCHES } from './useDecision.ts'

type Open = 'propose' | 'withdraw' | 'void' | null

export function Acts({ decision }: { decision: Decision }) {
  const [open, setOpen] = useState<Open>(null)
  const { state, may } = decision
  const before = state === 'draft' || state === 'talk'
  const voidable = may.steward && (state === 'open' || state === 'counted')
  if (!(may.keep && before) && !voidable) return null
  const close = () => setOpen(null)
  return (
    <section className="place" aria-labelledby="acts-h">
      <h2 id="acts-h">
        <Trans>To do with it</Trans>
      </h2>
      <p className="acts">
        {state === 'draft' && (
          <Button look="act" onPress={() => setOpen('propose')}>
            <Trans>Put it before the circle</Trans>
          </Button>
        )}
        {before && (
          <Link
            className="btn"
            to="/decisions/$decision/text"
            params={{ decision: decision.decision }}
          >
            <Trans>Change the text</Trans>
          </Link>
        )}
        {before && (
          <Button look="quiet" onPress={() => setOpen('withdraw')}>
            <Trans>Withdraw it</Trans>
          </Button>
        )}
        {voidable && (
          <Button look="quiet" onPress={() => setOpen('void')}>
            <Trans>Call it void…</Trans>
          </Button>
        )}
      </p>
      {open === 'propose' && <Propose decision={decision} onClose={close} />}
      {open === 'withdraw' && <Withdraw decision={decision} onClose={close} />}
      {open === 'void' && <Void decision={decision} onClose={close} />}
    </section>
  )
}

type Props = { decision: Decision; onClose: () => void }

function Propose({ decision, onClose }: Props) {
  const { t } = useLingui()
  const { data } = useRead(readKinds, { params: { circle: decision.circle.id } })
  const kind = data?.kinds.find((one) => one.kind.key === decision.kind?.key)?.kind
  const [talk, setTalk] = useState<string | null>(null)
  const [days, setDays] = useState<string | null>(null)
  const [urgent, setUrgent] = useState(false)
  const propose = useCall(proposeDecision, { touches: TOUCHES })
  const talkDays = Number(talk ?? (urgent ? 0 : (kind?.talkDays ?? 0)))
  const openDays = Number(days ?? (urgent ? (kind?.urgent?.days ?? 1) : (kind?.leastDays ?? 1)))
  const params = { decision: decision.decision }
  const advised = isByAdvice(decision)
  return (
    <Sheet
      title={t`Put it before the circle`}
      act={t`Put it before the circle`}
      busy={propose.isPending}
      problem={propose.error}
      onClose={onClose}
      onAct={() =>
        propose.mutate({ params, body: { talkDays, openDays, urgent } }, { onSuccess: onClose })
      }
    >
      {kind?.urgent && (
        <label className="acts">
          <input
            type="checkbox"
            checked={urgent}
            onChange={({ target }) => setUrgent(target.checked)}
          />
          <span>
            <Trans>It cannot wait: the urgent path</Trans>
          </span>
        </label>
      )}
      <Field
        label={t`Days to talk about it`}
        type="number"
        value={String(talkDays)}
        onChange={setTalk}
      />
      {advised && (
        <p className="hint">
          <Trans>Then you ask for advice on its page, and decide when you heard enough.</Trans>
        </p>
      )}
      {kind && isAnnounced(kind) && (
        <p className="hint">
          <Trans>
            By its rules it is decided at a gathering. Until then it is announced; from its day on
            it can be moved there as it reads now.
          </Trans>
        </p>
      )}
      {kind && !isAnnounced(kind) && !advised && (
        <Field
          label={t`Days it is open`}
          hint={t`It opens and closes at this time of the day, by the clock of the hall.`}
          type="number"
          value={String(openDays)}
          onChange={setDays}
        />
      )}
    </Sheet>
  )
}

function Withdraw({ decision, onClose }: Props) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const withdraw = useCall(withdrawDecision, { touches: TOUCHES })
  return (
    <Sheet
      title={t`Withdraw it`}
      act={t`Withdraw it`}
      busy={withdraw.isPending}
      problem={withdraw.error}
      onClose={onClose}
      onAct={() =>
        withdraw.mutate(
          { params: { decision: decision.decision }, body: { words } },
          { onSuccess: onClose },
        )
      }
    >
      <Field label={t`Why, if you like`} lines={2} value={words} onChange={setWords} />
    </Sheet>
  )
}

function Void({ decision, onClose }: Props) {
  const { t } = useLingui()
  const [why, setWhy] = useState<string>('roll')
  const [words, setWords] = useState('')
  const call = useCall(voidDecision, { touches: TOUCHES })
  const chosen = VOID_REASONS.find((one) => one === why) ?? 'roll'
  return (
    <Sheet
      title={t`Call it void`}
      act={t`Call it void`}
      busy={call.isPending}
      problem={call.error}
      onClose={onClose}
      onAct={() =>
        call.mutate(
          { params: { decision: decision.decision }, body: { why: chosen, words } },
          { onSuccess: onClose },
        )
      }
    >
      <p className="hint">
        <Trans>
          Only where something went wrong with it. An outcome that nobody likes is not void; ask
          again.
        </Trans>
      </p>
      <Select
        label={t`What was wrong`}
        value={why}
        onChange={setWhy}
        choices={[
          { value: 'roll', label: t`The roll was wrong` },
          { value: 'text', label: t`The text misled` },
          { value: 'rules', label: t`The rules were broken` },
        ]}
      />
      <Field
        label={t`In words, for everybody`}
        lines={3}
        value={words}
        onChange={setWords}
        isRequired
      />
    </Sheet>
  )
}
