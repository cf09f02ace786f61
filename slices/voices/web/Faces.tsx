/** The faces and shared screens on the stage. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Here } from '#slices/room/web/within.tsx'
import type { Tile } from './callStore.ts'
import { useCallNow } from './inCall.ts'
import { useVoices } from './useVoices.ts'
import './voices.css'

const MOST = 12
/** So many faces are shown large. */
const FEW = 4

/** Screens first, then who is in the spotlight, then all others as they came. */
const rankOf = ({ what, who }: Tile, spotlight: string | null) =>
  what === 'screen' ? 2 : who === spotlight ? 1 : 0

export function Part({ id }: { id: string }) {
  return (
    <Here>
      <Faces id={id} />
    </Here>
  )
}

function Faces({ id }: { id: string }) {
  const { t } = useLingui()
  const { tiles, speaking } = useCallNow(id)
  const spotlight = useVoices()?.spotlight ?? null
  if (tiles.length === 0) return null
  const shown = tiles.toSorted((a, b) => rankOf(b, spotlight) - rankOf(a, spotlight)).slice(0, MOST)
  return (
    <ul className={`tiles${shown.length > FEW ? ' many' : ''}`} aria-label={t`Faces and screens`}>
      {shown.map((tile) => (
        <Seen
          key={tile.key}
          tile={tile}
          speaks={speaking.includes(tile.who)}
          spotlit={tile.who === spotlight}
        />
      ))}
    </ul>
  )
}

type SeenProps = { tile: Tile; speaks: boolean; spotlit: boolean }

function Seen({ tile, speaks, spotlit }: SeenProps) {
  const { t } = useLingui()
  const video = useRef<HTMLVideoElement>(null)
  const { show, what, mine, name } = tile
  useEffect(() => (video.current ? show(video.current) : undefined), [show])
  const label = what === 'screen' ? t`Screen of ${name}` : name
  const mirrored = mine && what === 'camera'
  return (
    <li className={`tile ${what}${speaks ? ' speaks' : ''}${spotlit ? ' spotlit' : ''}`}>
      <video
        ref={video}
        className={mirrored ? 'mirrored' : ''}
        muted
        playsInline
        autoPlay
        aria-label={label}
      />
      <p className="tile-name">
        <bdi>{mine ? t`You` : name}</bdi>
      </p>
    </li>
  )
}
