/** Below the slide: which page of what, by whom, and the ways to other pages. */
import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight, Maximize, MousePointer2, X } from 'lucide-react'
import { useState } from 'react'
import { shortNameOf } from '#slices/room/web/names.ts'
import { useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { putSlidesAway, showSlides } from '../api.ts'
import { addressOf } from './decks.ts'
import { lookAt } from './slidesStore.ts'
import type { Turning } from './useTurning.ts'

type Props = {
  id: string
  name: string
  turning: Turning
  points: boolean
  onPoints: (points: boolean) => void
  onFull: () => void
}

export function SlideLine({ id, name, turning, points, onPoints, onFull }: Props) {
  const { t } = useLingui()
  const { gathering, me } = useInRoom()
  const { shown, page, pages, may, alone } = turning
  const who = useRoom((room) => shortNameOf(room.people, shown?.by ?? ''))
  const [problem, setProblem] = useState<unknown>(null)
  if (!shown) return null
  const theirs = shown.page
  const params = { gathering }
  const act = (doing: Promise<unknown>) => {
    setProblem(null)
    doing.catch(setProblem)
  }
  const show = () =>
    act(
      call(showSlides, { params, body: { file: shown.file, page, pages } }).then(() =>
        lookAt(id, null),
      ),
    )
  const own = shown.by === me.who
  return (
    <>
      <figcaption className="slide-line">
        <p className="slide-said">
          {alone ? (
            <Trans>
              You look at slide {page} of {pages}, {who} is at {theirs}.
            </Trans>
          ) : own ? (
            <Trans>
              Slide {page} of {pages}, shown by you.
            </Trans>
          ) : (
            <Trans>
              Slide {page} of {pages}, shown by {who}.
            </Trans>
          )}{' '}
          <a href={`${addressOf(shown.file)}?save`} download={name}>
            <bdi>{name}</bdi>
          </a>
        </p>
        <div className="slide-acts">
          {alone && (
            <Button small onPress={() => lookAt(id, null)}>
              <Trans>Back to {who}’s page</Trans>
            </Button>
          )}
          {alone && may && (
            <Button small onPress={show}>
              <Trans>Show this page to all</Trans>
            </Button>
          )}
          {pages > 1 && <Turns turning={turning} />}
          {may && (
            <Button
              small
              aria-label={t`Point at the slide`}
              aria-pressed={points}
              onPress={() => onPoints(!points)}
            >
              <MousePointer2 size={16} aria-hidden="true" />
            </Button>
          )}
          <Button small className="slide-full" aria-label={t`Full screen`} onPress={onFull}>
            <Maximize size={16} aria-hidden="true" />
          </Button>
          {(may || own) && (
            <Button
              small
              aria-label={t`Put the slides away`}
              onPress={() => act(call(putSlidesAway, { params }))}
            >
              <X size={16} aria-hidden="true" />
            </Button>
          )}
        </div>
      </figcaption>
      <ProblemLine cause={problem} />
    </>
  )
}

/** To the page before, and to the next. */
function Turns({ turning: { page, pages, go } }: { turning: Turning }) {
  const { t } = useLingui()
  return (
    <>
      <Button
        small
        aria-label={t`Previous slide`}
        isDisabled={page === 1}
        onPress={() => go(page - 1)}
      >
        <ChevronLeft size={16} aria-hidden="true" className="turns" />
      </Button>
      <Button
        small
        aria-label={t`Next slide`}
        isDisabled={page === pages}
        onPress={() => go(page + 1)}
      >
        <ChevronRight size={16} aria-hidden="true" className="turns" />
      </Button>
    </>
  )
}
