/** The ways to a wall: this browser, or a link that opens the stage elsewhere without a sign-in. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Projector } from 'lucide-react'
import { useState } from 'react'
import { Address } from '#slices/gatherings/web/Address.tsx'
import { Button } from '#web/kit/Button.tsx'
import { Field } from '#web/kit/Field.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { listWalls, makeAWall, takeAWallBack } from '../../api.ts'
import { useFloats } from '../Floats.tsx'
import { useInRoom } from '../useRoom.ts'

export function WallSheet() {
  const { t } = useLingui()
  const { gathering } = useInRoom()
  const { close } = useFloats()
  const make = useCall(makeAWall, { touches: [listWalls] })
  const [name, setName] = useState('')
  return (
    <Sheet title={t`Projector`} onClose={close} problem={make.error}>
      <p>
        <a
          className="btn"
          href={`/gatherings/${gathering}/projector`}
          target="_blank"
          rel="noreferrer"
        >
          <Projector size={20} aria-hidden="true" />
          <Trans>Open in this browser</Trans>
        </a>
      </p>
      <p>
        <Trans>
          On another machine, a link shows the stage without a sign-in, until the end. Who opens it
          sees all that the room sees, and does nothing in it; it is not counted among the people.
        </Trans>
      </p>
      <Made />
      {make.data ? (
        <Address label={t`Shown only now. Type it there, or send it`} value={make.data.address} />
      ) : (
        <div className="wall-make">
          <Field
            label={t`Which machine?`}
            placeholder={t`Laptop in the village hall`}
            value={name}
            onChange={setName}
            maxLength={60}
          />
          <Button
            isDisabled={make.isPending || name.trim() === ''}
            onPress={() => make.mutate({ params: { gathering }, body: { name } })}
          >
            <Trans>Make a link</Trans>
          </Button>
        </div>
      )}
    </Sheet>
  )
}

/** The links there are, each with the way to take it back. */
function Made() {
  const { t } = useLingui()
  const { gathering } = useInRoom()
  const params = { gathering }
  const { data } = useRead(listWalls, { params })
  const takeBack = useCall(takeAWallBack, { touches: [listWalls] })
  if (!data || data.walls.length === 0) return null
  return (
    <ul className="walls" aria-label={t`Links`}>
      {data.walls.map(({ id, name, opened }) => (
        <li key={id}>
          <p>
            <bdi>{name}</bdi>{' '}
            <span className="hint">
              {opened ? <Trans>was opened</Trans> : <Trans>not opened yet</Trans>}
            </span>
          </p>
          <Button
            small
            isDisabled={takeBack.isPending}
            aria-label={t`Take back ${name}`}
            onPress={() => takeBack.mutate({ params: { ...params, wall: id } })}
          >
            <Trans>Take back</Trans>
          </Button>
        </li>
      ))}
    </ul>
  )
}
