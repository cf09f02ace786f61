/** Handing facilitation over to somebody in the room. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Sheet } from '#web/kit/Sheet.tsx'
import { handFacilitationOver } from '../api.ts'
import { peopleThemselves } from '../rules/glance.ts'
import { useFloats } from './Floats.tsx'
import { useActs, useInRoom } from './useRoom.ts'

export function HandOverSheet({ onDone }: { onDone?: () => void }) {
  const { t } = useLingui()
  const { me, store } = useInRoom()
  const { close } = useFloats()
  const { act, problem, busy } = useActs()
  const others = peopleThemselves(store.room()).filter(({ who }) => who !== me.who)
  const [to, setTo] = useState(others[0]?.who ?? '')
  async function handOver() {
    if (!(await act(handFacilitationOver, { body: { to } }))) return
    close()
    onDone?.()
  }
  return (
    <Sheet
      title={t`Hand facilitation over`}
      {...(others.length > 0 ? { act: t`Hand over`, onAct: () => void handOver() } : {})}
      onClose={close}
      busy={busy}
      problem={problem}
    >
      {others.length === 0 ? (
        <p>
          <Trans>Nobody else is here. You can end the gathering for everyone instead.</Trans>
        </p>
      ) : (
        <label className="field">
          <span className="label">
            <Trans>To</Trans>
          </span>
          <select className="input" value={to} onChange={({ target }) => setTo(target.value)}>
            {others.map(({ who, name }) => (
              <option key={who} value={who}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </Sheet>
  )
}
