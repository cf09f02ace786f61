/** The slide on the stage: what the speaker shows, or the page that one looks at oneself. */
import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import { useFiles } from '#slices/files/web/useFiles.ts'
import { useInRoom } from '#slices/room/web/useRoom.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { PdfSheet, PictureSheet } from './Sheet.tsx'
import { SlideLine } from './SlideLine.tsx'
import { Spot } from './Spot.tsx'
import { usePointer } from './usePointer.ts'
import { useSlideKeys } from './useSlideKeys.ts'
import { type Turning, useTurning } from './useTurning.ts'
import './slides.css'

export function Part({ id }: { id: string }) {
  const turning = useTurning(id)
  if (!turning.shown || turning.view === 'paper') return null
  return <Slide id={id} turning={turning} file={turning.shown.file} />
}

type Props = { id: string; turning: Turning; file: string }

function Slide({ id, turning, file }: Props) {
  const { t } = useLingui()
  const { say } = useInRoom()
  const figure = useRef<HTMLElement>(null)
  const [points, setPoints] = useState(false)
  const { files } = useFiles({ kind: 'gathering', id }, true)
  const found = files?.find((one) => one.id === file)
  const name = found?.name ?? ''
  const { page, pages, alone, leads, point, problem } = turning
  const keys = useSlideKeys(turning)
  const pointing = usePointer(id, points && turning.may && !alone)
  const label = t`Slide ${page} of ${pages}`
  useEffect(() => {
    if (!leads && !alone) say(label)
  }, [alone, label, leads, say])
  const spot = point && !alone && <Spot x={point.x} y={point.y} who={point.who} />
  const over = (
    <div className={`slide-over${points ? ' points' : ''}`} {...pointing}>
      {spot}
    </div>
  )
  return (
    <figure ref={figure} className="slide" aria-label={label}>
      {/* One comes here by Tab to turn pages with the arrows. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        className="slide-view"
        role="group"
        aria-label={t`${label}. Arrows turn the page.`}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        {...keys}
      >
        {found && found.type !== 'application/pdf' && (
          <PictureSheet file={file} label={name}>
            {over}
          </PictureSheet>
        )}
        {found?.type === 'application/pdf' && (
          <PdfSheet file={file} page={page} label={label}>
            {over}
          </PdfSheet>
        )}
        {!found && <div className="slide-around" />}
      </div>
      <ProblemLine cause={problem} />
      <SlideLine
        id={id}
        name={name}
        turning={turning}
        points={points}
        onPoints={setPoints}
        onFull={() => void figure.current?.requestFullscreen()}
      />
    </figure>
  )
}
