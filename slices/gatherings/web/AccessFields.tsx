/** For whom, and how the door and private lines are. */
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Checkbox } from 'react-aria-components'
import { ACCESS } from '../rules/calling.ts'
import type { Draft } from './draft.ts'
import { ACCESS_NAMES } from './kinds.ts'
import { Field } from '#web/kit/Field.tsx'
import { Select } from '#web/kit/Select.tsx'

const TURN_MINUTES = [1, 2, 3, 5] as const

type Props = { draft: Draft; onChange: (draft: Draft) => void }

export function AccessFields({ draft, onChange }: Props) {
  const { t } = useLingui()
  const { settings } = draft
  const set = (change: Partial<Draft['settings']>) =>
    onChange({ ...draft, settings: { ...settings, ...change } })
  return (
    <section className="place stack" aria-labelledby="whom-h">
      <h2 id="whom-h">
        <Trans>For whom</Trans>
      </h2>
      <Select
        label={t`Who may come?`}
        value={draft.access}
        onChange={(value) =>
          onChange({ ...draft, access: ACCESS.find((access) => access === value) ?? 'members' })
        }
        choices={ACCESS.map((access) => ({ value: access, label: t(ACCESS_NAMES[access].name) }))}
        hint={t(ACCESS_NAMES[draft.access].hint)}
      />
      <Select
        label={t`At the door`}
        value={settings.lobby}
        onChange={(lobby) =>
          set({ lobby: lobby === 'ask' || lobby === 'members' ? lobby : 'open' })
        }
        choices={[
          { value: 'open', label: t`Everybody comes straight in` },
          { value: 'members', label: t`Members come straight in, others wait` },
          { value: 'ask', label: t`Everybody waits until a facilitator lets them in` },
        ]}
      />
      <Select
        label={t`How long is a turn on the floor?`}
        value={String(settings.turnSeconds ?? '')}
        onChange={(seconds) => set({ turnSeconds: seconds ? Number(seconds) : null })}
        choices={[
          { value: '', label: t`As long as the item` },
          ...TURN_MINUTES.map((minutes) => ({
            value: String(minutes * 60),
            label: plural(minutes, { one: '# minute', other: '# minutes' }),
          })),
        ]}
      />
      <Field
        label={t`Sound and picture elsewhere`}
        hint={t`If you hear each other in BigBlueButton or another tool, put its link here: the room shows it to those who are in. Empty: you hear each other in the room.`}
        type="url"
        value={settings.elsewhere ?? ''}
        onChange={(link) => set({ elsewhere: link.trim() || null })}
        maxLength={500}
      />
      {settings.elsewhere === null && (
        <Sealed isSealed={settings.sealed} onChange={(sealed) => set({ sealed })} />
      )}
      <Checkbox
        className="check"
        isSelected={settings.privateChat}
        onChange={(privateChat) => set({ privateChat })}
      >
        <span className="check-box" aria-hidden="true" />
        <Trans>Two people may write to each other privately</Trans>
      </Checkbox>
    </section>
  )
}

function Sealed({
  isSealed,
  onChange,
}: {
  isSealed: boolean
  onChange: (sealed: boolean) => void
}) {
  return (
    <div>
      <Checkbox
        className="check"
        isSelected={isSealed}
        onChange={onChange}
        aria-describedby="sealed-hint"
      >
        <span className="check-box" aria-hidden="true" />
        <Trans>Seal sound and picture, for at most twelve people</Trans>
      </Checkbox>
      <p className="hint" id="sealed-hint">
        <Trans>
          They open only with a key that you make in the room and hand out yourselves; the hall does
          not have it. Chat, notes, slides, minutes and who came are not sealed. There are no
          captions.
        </Trans>
      </p>
    </div>
  )
}
