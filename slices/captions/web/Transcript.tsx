/** All captions of a gathering in one language, with their times, to read and to take along. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { addressOf } from '#kernel/operation.ts'
import { GatheringId } from '#slices/room/api.ts'
import { Button } from '#web/kit/Button.tsx'
import { call } from '#web/kit/call.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { timeIn } from '#web/kit/When.tsx'
import { type CaptionLine, hideACaption, readCaptionLines, takeCaptions } from '../api.ts'
import { languageName } from '../rules/languages.ts'
import './captions.css'

const PAGE = 200

type Props = {
  id: string
  language: string
  /** Whether the reader may hide a line; left out: none. */
  mayHide?: (line: CaptionLine) => boolean
}

export function Transcript({ id, language, mayHide }: Props) {
  const { t, i18n } = useLingui()
  const gathering = GatheringId.parse(id)
  const params = { gathering }
  const read = useRead(readCaptionLines, { params, query: { language, limit: PAGE } })
  const [older, setOlder] = useState<readonly CaptionLine[]>([])
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [isWhole, setWhole] = useState(false)
  const hide = useCall(hideACaption, { touches: [readCaptionLines] })
  const last = read.data?.lines ?? []
  const lines = [...older, ...last]
  const named = { ...names, ...read.data?.names }
  async function readOlder() {
    const query = { language, limit: PAGE, before: lines[0]?.seq }
    const found = await call(readCaptionLines, { params, query })
    setOlder((before) => [...found.lines, ...before])
    setNames((before) => ({ ...before, ...found.names }))
    setWhole(found.lines.length < PAGE)
  }
  const file = (format: 'vtt' | 'txt') => addressOf(takeCaptions, { gathering, language, format })
  const called = languageName(language, i18n.locale)
  return (
    <div className="transcript">
      <ProblemLine cause={read.error ?? hide.error} />
      {last.length === PAGE && !isWhole && (
        <Button small onPress={() => void readOlder()}>
          <Trans>Earlier lines</Trans>
        </Button>
      )}
      <ol lang={language} aria-label={t`Captions, ${called}`}>
        {lines.map((line) => (
          <li key={line.seq}>
            <time dateTime={line.from}>{timeIn(line.from, undefined, i18n.locale)}</time>
            <p dir="auto">
              {line.speaker && <b>{named[line.speaker]}: </b>}
              {line.hidden ? (
                <span className="hint" lang={i18n.locale}>
                  <Trans>hidden</Trans>
                </span>
              ) : (
                <bdi>{line.text}</bdi>
              )}
            </p>
            {!line.hidden && mayHide?.(line) && (
              <Button
                small
                look="quiet"
                aria-label={t`Hide: ${line.text}`}
                onPress={() => hide.mutate({ params: { gathering, line: line.seq } })}
              >
                <Trans>Hide</Trans>
              </Button>
            )}
          </li>
        ))}
      </ol>
      <p className="acts">
        <a className="btn small" href={file('vtt')} download>
          <Trans>Take along as WebVTT</Trans>
        </a>
        <a className="btn small" href={file('txt')} download>
          <Trans>Take along as text</Trans>
        </a>
      </p>
    </div>
  )
}
