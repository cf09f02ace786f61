/** The captions on the stage, for who wants them; and the field of who writes them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { shortNameOf } from '#slices/room/web/names.ts'
import { useInRoom, useRoom } from '#slices/room/web/useRoom.ts'
import { languageName } from '../rules/languages.ts'
import { CaptionField } from './CaptionField.tsx'
import { useCaptions, useGrowing } from './captionsStore.ts'
import { languageShown, useChoice } from './choice.ts'
import './captions.css'

const LINES_SHOWN = 3

export function Part({ id }: { id: string }) {
  const { me } = useInRoom()
  const over = useRoom((room) => room.endedAt !== null)
  const { captioners, engine, languages } = useCaptions(id)
  const { on } = useChoice()
  const mine = captioners[me.who]
  const isThere = Object.keys(captioners).length > 0 || engine !== null || languages.length > 0
  const isShown = (on && isThere) || mine !== undefined
  useGrowing(id, isShown && !over)
  if (over || !isShown) return null
  return (
    <div className="captioned">
      <Shown id={id} mine={mine} />
      {mine !== undefined && <CaptionField id={id} language={mine} />}
    </div>
  )
}

type Props = { id: string; mine: string | undefined }

/** The last lines, and what grows. */
export function Shown({ id, mine }: Props) {
  const { t, i18n } = useLingui()
  const { captioners, languages, lines, growing, engine } = useCaptions(id)
  const people = useRoom((room) => room.people)
  const { language, size } = useChoice()
  const all = [...new Set([...Object.values(captioners), ...languages])]
  const shown = mine ?? languageShown(language, all, i18n.locale)
  const said = lines.filter((line) => line.language === shown && !line.hidden).slice(-LINES_SHOWN)
  const grows = Object.entries(growing).filter(([, one]) => one.language === shown)
  const name = (speaker: string | null) => (speaker ? shortNameOf(people, speaker) : '')
  const rows = [
    ...said.map(({ seq, speaker, text }) => ({ key: String(seq), speaker, text })),
    ...grows.map(([key, { speaker, text }]) => ({ key, speaker, text: `${text}…` })),
  ].slice(-LINES_SHOWN)
  const called = languageName(shown, i18n.locale)
  return (
    <section
      className={`captions ${size}`}
      lang={shown}
      dir="auto"
      aria-label={t`Captions, ${called}`}
      // Who switched captions on wants to hear of them where a screen reader reads.
      aria-live="polite"
      aria-atomic="false"
    >
      {rows.map(({ key, speaker, text }, at) => (
        <p key={key}>
          {speaker && speaker !== rows[at - 1]?.speaker && <b>{name(speaker)}: </b>}
          <bdi>{text}</bdi>
        </p>
      ))}
      {rows.length === 0 && (
        <p className="captions-none" lang={i18n.locale}>
          {engine ? (
            <Trans>Captions by {engine} come here.</Trans>
          ) : (
            <Trans>Captions come here as they are written.</Trans>
          )}
        </p>
      )}
    </section>
  )
}
