/** In the bar: slides, for who presents or soon will; and what others lay ready is fetched before it is shown. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Presentation } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFiles } from '#slices/files/web/useFiles.ts'
import { GatheringId } from '#slices/room/api.ts'
import { nextToSpeak } from '#slices/room/rules/stack.ts'
import { nowAtHall, useInRoom, useRoomWith } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { DecksSheet } from './DecksSheet.tsx'
import { warmDeck } from './decks.ts'
import { useSlides } from './slidesStore.ts'
import { usePresents } from './useTurning.ts'

/** Who presents next: those with the floor, then who asked for it, then whose item comes. */
function useNextPresenters(): readonly string[] {
  const room = useRoomWith('floor', 'stack', 'items', 'people')
  const coming = room.items.find(({ state }) => state === 'ahead')
  return [
    ...room.floor.holders.map(({ who }) => who),
    ...nextToSpeak(room, nowAtHall()).slice(0, 1),
    ...(coming?.owners ?? []).flatMap(({ id }) => id ?? []),
  ]
}

export function Part({ id }: { id: string }) {
  const { t } = useLingui()
  const { me } = useInRoom()
  const room = useRoomWith('stack', 'items')
  const may = usePresents()
  const next = useNextPresenters()
  const { ready } = useSlides(id)
  const { files } = useFiles({ kind: 'gathering', id }, true)
  const [open, setOpen] = useState(false)
  const coming = next.map((who) => ready[who]?.file).find(Boolean)
  const type = files?.find((file) => file.id === coming)?.type
  useEffect(() => {
    if (coming && type) warmDeck(coming, type)
  }, [coming, type])
  const soon =
    room.stack.requests.some(({ who }) => who === me.who) ||
    room.items.some(
      ({ state, owners }) => state === 'ahead' && owners.some((one) => one.id === me.who),
    )
  // A group of breakouts has no slides of its own.
  if (!GatheringId.safeParse(id).success) return null
  if (!may && !soon && !ready[me.who]) return null
  return (
    <>
      <Button aria-label={t`Slides`} onPress={() => setOpen(true)}>
        <Presentation size={20} aria-hidden="true" />
        <span>
          <Trans>Slides</Trans>
        </span>
      </Button>
      {open && <DecksSheet id={id} may={may} onClose={() => setOpen(false)} />}
    </>
  )
}
