/** My own last 90 days in a circle; the circle only as numbers. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import type { Output } from '#kernel/operation.ts'
import { readMode, wishMode } from '../api.ts'
import { MODES } from '../rules/modes.ts'
import { ModeNumbers } from './ModeNumbers.tsx'
import { useTraceWord } from './traces.tsx'
import type { Circle } from './useStanding.ts'
import { Day } from './words.tsx'

type Mode = Output<typeof readMode>

export function useModeWords() {
  const { t } = useLingui()
  return { enjoying: t`enjoying`, curating: t`curating`, stewarding: t`stewarding` }
}

export function OwnMode({ circle }: { circle: Circle }) {
  const { data } = useRead(readMode, { params: { circle } })
  const words = useModeWords()
  if (!data) return null
  return (
    <section className="place" aria-labelledby="mode-h">
      <h2 id="mode-h">
        <Trans>My last 90 days</Trans>
      </h2>
      <div className="stack">
        <p>
          {data.mode ? (
            <Trans>
              Since <Day day={data.since} /> you were mostly <b>{words[data.mode]}</b>.
            </Trans>
          ) : (
            <Trans>
              Since <Day day={data.since} /> there is no trace of yours.
            </Trans>
          )}
        </p>
        <Traces mode={data} />
        <WishForm key={`${data.wish ?? ''} ${data.said}`} circle={circle} mode={data} />
        <p className="hint">
          <Trans>Only you see this. The circle sees numbers by class, never below five.</Trans>
        </p>
        <ModeNumbers counts={data.counts} />
      </div>
    </section>
  )
}

function Traces({ mode }: { mode: Mode }) {
  const words = useModeWords()
  const word = useTraceWord()
  const said = Map.groupBy(mode.traces, ({ kind, mode: of }) => `${words[of]}: ${word(kind)}`)
  return (
    <ul className="hint">
      {mode.holdsRole && (
        <li>
          <Trans>You hold a role here.</Trans>
        </li>
      )}
      {[...said].map(([what, traces]) => (
        <li key={what}>
          {what}, {traces.reduce((sum, { count }) => sum + count, 0)} ×,{' '}
          <Trans>
            lastly on{' '}
            <Day
              day={
                traces
                  .map(({ last }) => last.slice(0, 10))
                  .toSorted()
                  .at(-1) ?? ''
              }
            />
          </Trans>
        </li>
      ))}
    </ul>
  )
}

function WishForm({ circle, mode }: { circle: Circle; mode: Mode }) {
  const { t } = useLingui()
  const words = useModeWords()
  const [wish, setWish] = useState<string>(mode.wish ?? 'none')
  const [said, setSaid] = useState(mode.said)
  const save = useCall(wishMode, { touches: [readMode] })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        const chosen = MODES.find((one) => one === wish) ?? null
        save.mutate({ params: { circle }, body: { wish: chosen, said } })
      }}
    >
      <Select
        label={t`What I wish for`}
        value={wish}
        onChange={setWish}
        choices={[
          { value: 'none', label: t`nothing in particular` },
          ...MODES.map((one) => ({ value: one, label: words[one] })),
        ]}
      />
      <Field label={t`In your words`} value={said} onChange={setSaid} />
      <div className="acts">
        <Button small type="submit" isDisabled={save.isPending}>
          <Trans>Keep this wish</Trans>
        </Button>
        <output className="hint">{save.isSuccess && <Trans>Kept.</Trans>}</output>
      </div>
      <ProblemLine cause={save.error} />
    </form>
  )
}
