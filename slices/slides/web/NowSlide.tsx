/** In the now line: the page that is shown, wherever one looks oneself; pressed, the slide goes or comes. */
import { Trans } from '@lingui/react/macro'
import { Presentation } from 'lucide-react'
import { Button } from '#web/kit/Button.tsx'
import { chooseView, useSlides } from './slidesStore.ts'
import './slides.css'

export function Part({ id }: { id: string }) {
  const { shown, view } = useSlides(id)
  if (!shown) return null
  const { page, pages } = shown
  const isSeen = view === 'slide'
  return (
    <Button
      small
      look="quiet"
      className="now-slide num"
      aria-pressed={isSeen}
      onPress={() => chooseView(id, isSeen ? 'paper' : 'slide')}
    >
      <Presentation size={16} aria-hidden="true" />
      <span>
        <Trans>
          Slide {page} of {pages}
        </Trans>
      </span>
    </Button>
  )
}
