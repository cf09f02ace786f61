/** While slides are shown: they, or what is on paper. One's own choice. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { chooseView, useSlides } from './slidesStore.ts'
import './slides.css'

export function Part({ id }: { id: string }) {
  const { t } = useLingui()
  const { shown, view } = useSlides(id)
  if (!shown) return null
  return (
    <div className="slide-switch" role="group" aria-label={t`On the stage`}>
      <Button small aria-pressed={view === 'slide'} onPress={() => chooseView(id, 'slide')}>
        <Trans>Slide</Trans>
      </Button>
      <Button small aria-pressed={view === 'paper'} onPress={() => chooseView(id, 'paper')}>
        <Trans>Notes</Trans>
      </Button>
    </div>
  )
}
