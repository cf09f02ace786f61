/** On a projector: the captions that are on, large; one key takes them away and brings them back. */
import { Trans } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { useRoom } from '#slices/room/web/useRoom.ts'
import { useCaptions, useGrowing } from './captionsStore.ts'
import { Shown } from './CaptionsView.tsx'
import './captions.css'

const KEY = 'c'

/** On until the key is pressed, and again at the next press. */
function useOneKey(): boolean {
  const [on, setOn] = useState(true)
  useEffect(() => {
    const pressed = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (key.toLowerCase() === KEY && !ctrlKey && !metaKey && !altKey) setOn((was) => !was)
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
  return on
}

export function Part({ id }: { id: string }) {
  const on = useOneKey()
  const over = useRoom((room) => room.endedAt !== null)
  const { captioners, engine } = useCaptions(id)
  const isOn = !over && (Object.keys(captioners).length > 0 || engine !== null)
  useGrowing(id, isOn && on)
  if (!isOn) return null
  return (
    <div className="captioned projected">
      {on && <Shown id={id} mine={undefined} />}
      <p className="kind">
        {on ? (
          <Trans>The key C takes the captions away.</Trans>
        ) : (
          <Trans>The key C shows the captions.</Trans>
        )}
      </p>
    </div>
  )
}
