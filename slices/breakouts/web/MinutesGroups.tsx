/** The chats of the groups in which the reader was, in the minutes: kept beside them, not in them. */
import { Trans, useLingui } from '@lingui/react/macro'
import { GatheringId } from '#slices/room/api.ts'
import { useRead } from '#web/kit/useCall.ts'
import { timeIn } from '#web/kit/When.tsx'
import { readGroupChats } from '../api.ts'

export function MinutesGroups({ gathering }: { gathering: string }) {
  const { i18n } = useLingui()
  const id = GatheringId.safeParse(gathering).data
  const params = { gathering: id ?? 'gth_' } as const
  const { data } = useRead(readGroupChats, { params }, id !== undefined)
  if (!data || data.chats.length === 0) return null
  return (
    <section className="part" id="groups">
      <h2 className="doc">
        <Trans>Chats of your groups</Trans>
      </h2>
      <p className="hint">
        <Trans>Only who was in a group reads its chat.</Trans>
      </p>
      {data.chats.map(({ group, name, question, lines }) => (
        <details key={group}>
          <summary>
            <bdi>{name}</bdi>
            {question && (
              <>
                : <bdi>{question}</bdi>
              </>
            )}
          </summary>
          <ol className="group-chat">
            {lines.map((one) => (
              <li key={one.line}>
                <time className="hint num">{timeIn(one.at, undefined, i18n.locale)}</time>{' '}
                <b>{one.name}</b> <bdi>{one.text}</bdi>
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  )
}
