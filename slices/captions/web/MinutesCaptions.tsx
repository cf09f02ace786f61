/** The captions of a gathering, in its minutes: kept beside them, not in them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { GatheringId } from '#slices/room/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import { readCaptions } from '../api.ts'
import { languageName } from '../rules/languages.ts'
import { Transcript } from './Transcript.tsx'

export function MinutesCaptions({ gathering }: { gathering: string }) {
  const { i18n } = useLingui()
  const id = GatheringId.safeParse(gathering).data
  const params = { gathering: id ?? 'gth_' } as const
  const { data } = useRead(readCaptions, { params }, id !== undefined)
  if (!id || !data || data.languages.length === 0) return null
  return (
    <section className="part" id="captions">
      <h2 className="doc">
        <Trans>Captions</Trans>
      </h2>
      {data.languages.map((language) => (
        <details key={language}>
          <summary>{languageName(language, i18n.locale)}</summary>
          <Transcript id={id} language={language} />
        </details>
      ))}
    </section>
  )
}
