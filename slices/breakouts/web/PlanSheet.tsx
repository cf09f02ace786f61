/** Planning groups: how many, for how long, with which questions, sorted how. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useFloats } from '#slices/room/web/Floats.tsx'
import { useActs, useRoom } from '#slices/room/web/useRoom.ts'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { planBreakouts } from '../api.ts'
import { type Way, WAYS } from '../rules/state.ts'
import { type Pair, Pairs } from './Pairs.tsx'

const MOST = 20
const GRACES = [0, 15, 30, 60, 120]

function useWays(): Record<Way, string> {
  const { t } = useLingui()
  return {
    lot: t`by lot`,
    spread: t`by lot, each co-op spread over the groups`,
    together: t`each co-op together`,
    choice: t`everybody chooses`,
    hand: t`by hand, on the stage`,
  }
}

/** The questions of the item that runs, and how many people there are to sort. */
function useBeginning() {
  const item = useRoom((room) => room.items.find(({ state }) => state === 'now'))
  const count = useRoom(
    (room) =>
      Object.values(room.people).filter(({ stays, seat }) => stays.at(-1)?.till === null && !seat)
        .length,
  )
  const handouts = item?.kind === 'breakouts' ? item.handouts : []
  const groups = handouts.length > 1 ? handouts.length : Math.max(2, Math.round(count / 5))
  const minutes = item?.kind === 'breakouts' && item.minutes > 0 ? item.minutes : 15
  return { questions: handouts.map(oneLine).join('\n'), groups: Math.min(MOST, groups), minutes }
}

const oneLine = (text: string) => text.replaceAll(/\s*\n\s*/g, ' · ')

export function PlanSheet() {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const begin = useBeginning()
  const [count, setCount] = useState(begin.groups)
  const [minutes, setMinutes] = useState(String(begin.minutes))
  const [questions, setQuestions] = useState(begin.questions)
  const [way, setWay] = useState<Way>('lot')
  const [places, setPlaces] = useState('')
  const [grace, setGrace] = useState(30)
  const [wander, setWander] = useState(false)
  const [withFacilitators, setWith] = useState(false)
  const [pairs, setPairs] = useState<readonly Pair[]>([])
  async function plan() {
    const lines = questions.split('\n').filter((line) => line.trim() !== '')
    const groups = Array.from({ length: count }, (_, at) => ({
      name: t`Group ${at + 1}`,
      question: (lines[at % Math.max(1, lines.length)] ?? '').trim(),
      host: null,
      places: places === '' ? null : Number(places),
    }))
    const body = {
      groups,
      way,
      minutes: Number(minutes),
      graceSeconds: grace,
      wander,
      withFacilitators,
      pairs: pairs.map(({ a, b }): [string, string] => [a, b]),
    }
    if (await act(planBreakouts, { body })) close()
  }
  return (
    <Sheet
      title={t`Groups`}
      act={t`Sort them`}
      onAct={() => void plan()}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      <p>
        <Trans>Nobody goes yet: you see the groups first, and can move people.</Trans>
      </p>
      <div className="two">
        <Select
          label={t`How many groups`}
          value={String(count)}
          choices={Array.from({ length: MOST }, (_, at) => choiceOf(at + 1))}
          onChange={(next) => setCount(Number(next))}
        />
        <Field
          label={t`Minutes`}
          type="number"
          inputMode="numeric"
          value={minutes}
          onChange={setMinutes}
        />
      </div>
      <Field
        label={t`Questions, one a line`}
        hint={t`The groups take them in turn. An address becomes a link.`}
        value={questions}
        onChange={setQuestions}
        lines={4}
      />
      <WayField way={way} onChange={setWay} />
      <Pairs pairs={pairs} onChange={setPairs} />
      <div className="two">
        <Field
          label={t`Most people in a group`}
          type="number"
          inputMode="numeric"
          placeholder={t`any number`}
          value={places}
          onChange={setPlaces}
        />
        <Grace seconds={grace} onChange={setGrace} />
      </div>
      <Check checked={wander} onChange={setWander}>
        <Trans>People may go from one group to another</Trans>
      </Check>
      <Check checked={withFacilitators} onChange={setWith}>
        <Trans>Facilitators are sorted too</Trans>
      </Check>
    </Sheet>
  )
}

function WayField({ way, onChange }: { way: Way; onChange: (way: Way) => void }) {
  const { t } = useLingui()
  const ways = useWays()
  return (
    <Select
      label={t`Who goes where`}
      value={way}
      choices={WAYS.map((one) => ({ value: one, label: ways[one] }))}
      onChange={(next) => onChange(WAYS.find((one) => one === next) ?? 'lot')}
    />
  )
}

function Grace({ seconds, onChange }: { seconds: number; onChange: (seconds: number) => void }) {
  const { t } = useLingui()
  return (
    <Select
      label={t`Who speaks at the end may go on`}
      value={String(seconds)}
      choices={GRACES.map((one) => ({
        value: String(one),
        label: one === 0 ? t`not at all` : t`${one} seconds`,
      }))}
      onChange={(next) => onChange(Number(next))}
    />
  )
}

const choiceOf = (count: number) => ({ value: String(count), label: String(count) })

type CheckProps = {
  checked: boolean
  onChange: (on: boolean) => void
  children: React.ReactNode
}

function Check({ checked, onChange, children }: CheckProps) {
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
      <span>{children}</span>
    </label>
  )
}
