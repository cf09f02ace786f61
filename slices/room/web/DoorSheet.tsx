/** The door and the chat: who waits, who comes straight in, whether newcomers do; how fast one writes. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Sheet } from '#web/kit/Sheet.tsx'
import { clearTheTemperature, lockTheRoom, ruleTheChat, ruleTheLobby } from '../api.ts'
import { Lobby } from '../rules/call.ts'
import { useFloats } from './Floats.tsx'
import { LobbyList } from './LobbyList.tsx'
import { useActs, useRoom } from './useRoom.ts'
import { Button } from '#web/kit/Button.tsx'

const PAUSES = [0, 5, 15, 30, 60]

export function DoorSheet() {
  const { t } = useLingui()
  const { close } = useFloats()
  const { act, problem } = useActs()
  const lobby = useRoom((room) => room.lobby)
  const locked = useRoom((room) => room.locked)
  const closed = useRoom((room) => room.chat.closed)
  const slow = useRoom((room) => room.chat.slowSeconds)
  const names: Record<Lobby, string> = {
    open: t`Everybody comes straight in`,
    members: t`Members come straight in, others wait`,
    ask: t`Everybody waits to be let in`,
  }
  return (
    <Sheet title={t`Door and chat`} onClose={close} problem={problem}>
      <div className="crowd-in">
        <LobbyList />
      </div>
      <label className="field">
        <span className="label">
          <Trans>At the door</Trans>
        </span>
        <select
          className="input"
          value={lobby}
          onChange={({ target }) =>
            void act(ruleTheLobby, { body: { lobby: Lobby.parse(target.value) } })
          }
        >
          {Lobby.options.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={locked}
          onChange={({ target }) => void act(lockTheRoom, { body: { locked: target.checked } })}
        />
        <span>
          <Trans>Locked: nobody new comes in</Trans>
        </span>
      </label>
      <label className="field">
        <span className="label">
          <Trans>Between two lines of one person</Trans>
        </span>
        <select
          className="input"
          value={slow}
          onChange={({ target }) =>
            void act(ruleTheChat, { body: { slowSeconds: Number(target.value) } })
          }
        >
          {PAUSES.map((seconds) => (
            <option key={seconds} value={seconds}>
              {seconds === 0 ? t`no pause` : t`${seconds} seconds`}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={closed}
          onChange={({ target }) => void act(ruleTheChat, { body: { closed: target.checked } })}
        />
        <span>
          <Trans>The chat is closed: only facilitators write</Trans>
        </span>
      </label>
      <p>
        <Button small onPress={() => void act(clearTheTemperature)}>
          <Trans>Take all signals back</Trans>
        </Button>
      </p>
    </Sheet>
  )
}
