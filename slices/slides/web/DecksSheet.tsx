/** The slides that the gathering holds: shown, laid ready, added. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type DragEvent, useState } from 'react'
import type { FileShown } from '#slices/files/api.ts'
import { AddFiles } from '#slices/files/web/AddFiles.tsx'
import { UploadRow } from '#slices/files/web/UploadRow.tsx'
import { useFiles } from '#slices/files/web/useFiles.ts'
import { useUploads } from '#slices/files/web/useUploads.ts'
import { itemNow } from '#slices/room/rules/glance.ts'
import { useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { laySlidesReady, showSlides } from '../api.ts'
import { isDeck } from '../rules/slides.ts'
import { deckTrouble, pagesOf } from './decks.ts'
import { useSlides } from './slidesStore.ts'
import { TROUBLES } from './words.ts'

type Props = { id: string; may: boolean; onClose: () => void }

export function DecksSheet({ id, may, onClose }: Props) {
  const { t } = useLingui()
  const holder = { kind: 'gathering', id }
  const { files = [], may: adding, left } = useFiles(holder, true)
  const uploads = useUploads(holder)
  const now = useRoom((room) => itemNow(room)?.id)
  const { ready } = useSlides(id)
  const { me } = useInRoom()
  const mine = ready[me.who]?.file
  const rank = (file: FileShown) => (file.id === mine ? 0 : file.item && file.item === now ? 1 : 2)
  const decks = files.filter(({ type }) => isDeck(type)).toSorted((a, b) => rank(a) - rank(b))
  const dropping = adding?.add && {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop(event: DragEvent) {
      event.preventDefault()
      uploads.add(event.dataTransfer.files)
    },
  }
  return (
    <Sheet title={t`Slides`} onClose={onClose}>
      <p className="hint">
        <Trans>PDF or pictures. They stay with the gathering, before and after it.</Trans>
      </p>
      <ul className="rows" {...dropping}>
        {decks.map((file) => (
          <DeckRow
            key={file.id}
            file={file}
            may={may}
            isReady={file.id === mine}
            onShown={onClose}
          />
        ))}
        {uploads.uploads.map((upload) => (
          <UploadRow key={upload.key} upload={upload} uploads={uploads} />
        ))}
      </ul>
      {adding?.add && <AddFiles compact={false} name="" left={left} onAdd={uploads.add} />}
    </Sheet>
  )
}

type RowProps = { file: FileShown; may: boolean; isReady: boolean; onShown: () => void }

function DeckRow({ file: { id: file, name, type }, may, isReady, onShown }: RowProps) {
  const { t, i18n } = useLingui()
  const { gathering } = useInRoom()
  const [problem, setProblem] = useState<unknown>(null)
  const [trouble, setTrouble] = useState('')
  const params = { gathering }
  /** Read here first: what this browser can't show is shown to nobody. */
  async function withPages(
    act: (deck: { file: typeof file; page: number; pages: number }) => Promise<unknown>,
  ) {
    setProblem(null)
    setTrouble('')
    let pages: number
    try {
      pages = await pagesOf(file, type)
    } catch (cause) {
      setTrouble(i18n._(TROUBLES[deckTrouble(cause)]))
      return
    }
    await act({ file, page: 1, pages }).catch(setProblem)
  }
  const show = () => withPages((body) => call(showSlides, { params, body }).then(onShown))
  const lay = () => withPages((deck) => call(laySlidesReady, { params, body: { deck } }))
  const takeBack = () => call(laySlidesReady, { params, body: { deck: null } }).catch(setProblem)
  return (
    <li className="deck-row">
      <div>
        <bdi className="what">{name}</bdi>
        {isReady && (
          <span className="hint">
            {' '}
            <Trans>ready for your turn</Trans>
          </span>
        )}
        {trouble && (
          <p className="problem" role="alert">
            {trouble}
          </p>
        )}
        <ProblemLine cause={problem} />
      </div>
      <span className="acts">
        {may && (
          <Button
            small
            look={isReady ? 'act' : 'plain'}
            aria-label={t`Show ${name}`}
            onPress={() => void show()}
          >
            <Trans>Show</Trans>
          </Button>
        )}
        {isReady ? (
          <Button small look="quiet" onPress={() => void takeBack()}>
            <Trans>Take back</Trans>
          </Button>
        ) : (
          <Button small look="quiet" aria-label={t`Lay ready ${name}`} onPress={() => void lay()}>
            <Trans>Lay ready</Trans>
          </Button>
        )}
      </span>
    </li>
  )
}
