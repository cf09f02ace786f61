/** The slide on a projector: the page that all see, large, with nothing to press. */
import { useLingui } from '@lingui/react/macro'
import { useFiles } from '#slices/files/web/useFiles.ts'
import { PdfSheet, PictureSheet } from './Sheet.tsx'
import { useSlides } from './slidesStore.ts'
import { Spot } from './Spot.tsx'
import './slides.css'

export function Part({ id }: { id: string }) {
  const { shown } = useSlides(id)
  return shown && <Projected id={id} {...shown} />
}

type Props = { id: string; file: string; page: number; pages: number }

function Projected({ id, file, page, pages }: Props) {
  const { t } = useLingui()
  const { point } = useSlides(id)
  const { files } = useFiles({ kind: 'gathering', id }, true)
  const found = files?.find((one) => one.id === file)
  const label = t`Slide ${page} of ${pages}`
  const over = <div className="slide-over">{point && <Spot {...point} />}</div>
  return (
    <figure className="slide" aria-label={label}>
      <div className="slide-view">
        {found?.type === 'application/pdf' ? (
          <PdfSheet file={file} page={page} label={label}>
            {over}
          </PdfSheet>
        ) : found ? (
          <PictureSheet file={file} label={found.name}>
            {over}
          </PictureSheet>
        ) : (
          <div className="slide-around" />
        )}
      </div>
    </figure>
  )
}
