/** What the record says, in step with the voices: one presses it and hears that moment. */
import { Trans, useLingui } from '@lingui/react/macro'
import { msg } from '@lingui/core/macro'
import { useSyncExternalStore } from 'react'
import { useFiles } from '#slices/files/web/useFiles.ts'
import { PdfSheet, PictureSheet } from '#slices/slides/web/Sheet.tsx'
import type { RecordingShown } from '../api.ts'
import type { Mark } from '../rules/marks.ts'
import type { Player } from './playing.ts'
import { stamp } from './times.ts'

const KINDS = {
  item: msg`Item`,
  floor: msg`Floor`,
  chat: msg`Chat`,
  decision: msg`Decision`,
  action: msg`Action`,
  slide: msg`Slide`,
}

type Props = { id: string; player: Player; shown: RecordingShown }

export function Beside({ id, player, shown: { marks, voices } }: Props) {
  const { t, i18n } = useLingui()
  const { at } = useSyncExternalStore(player.watch, player.now)
  const placed = marks.map((mark) => ({ mark, second: player.since(mark.at) }))
  const reached = placed.findLastIndex(({ second }) => second <= at + 0.01)
  const slide = placed.findLast(({ mark, second }) => mark.kind === 'slide' && second <= at)?.mark
  const heard = voices.filter(({ from, seconds }) => {
    const place = at - player.since(from)
    return place >= 0 && place < seconds
  })
  const names = [...new Set(heard.map(({ name }) => name))].join(', ')
  const words = ({ kind, who, text, page }: Mark) =>
    kind === 'slide' ? String(page ?? '') : kind === 'floor' ? who : who ? `${who}: ${text}` : text
  return (
    <>
      <p className="recording-heard">
        <Trans>
          Microphones here: <bdi>{names || '–'}</bdi>
        </Trans>
      </p>
      {slide?.file && <Slide id={id} file={slide.file} page={slide.page ?? 1} />}
      <ol className="recording-marks" aria-label={t`What happened, in step`}>
        {placed.map(({ mark, second }, place) => (
          <li key={`${mark.at} ${mark.kind} ${mark.text} ${mark.page ?? ''}`} className={mark.kind}>
            <button
              type="button"
              aria-current={place === reached ? 'true' : undefined}
              onClick={() => player.seek(second)}
            >
              <span className="num">{stamp(second)}</span>
              <span className="hint">{i18n._(KINDS[mark.kind])}</span>
              <bdi>{words(mark)}</bdi>
            </button>
          </li>
        ))}
      </ol>
    </>
  )
}

function Slide({ id, file, page }: { id: string; file: string; page: number }) {
  const { t } = useLingui()
  const { files } = useFiles({ kind: 'gathering', id }, true)
  const found = files?.find((one) => one.id === file)
  if (!found) return null
  return (
    <figure className="recording-slide" aria-label={t`Slide ${page}`}>
      {found.type === 'application/pdf' ? (
        <PdfSheet file={file} page={page} label={t`Slide ${page}`}>
          {null}
        </PdfSheet>
      ) : (
        <PictureSheet file={file} label={found.name}>
          {null}
        </PictureSheet>
      )}
    </figure>
  )
}
