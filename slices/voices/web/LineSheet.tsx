/** How one's line is, in a word and, for those who look, in numbers. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { readLine, showPictures, useCallNow } from './inCall.ts'
import type { LineNumbers } from './lineNumbers.ts'
import { QUALITY } from './words.tsx'

const LOOK_MS = 2000

function useNumbers(id: string): LineNumbers | null {
  const [numbers, setNumbers] = useState<LineNumbers | null>(null)
  useEffect(() => {
    const read = readLine(id)
    if (!read) return undefined
    const look = () => void read().then(setNumbers)
    look()
    const looking = setInterval(look, LOOK_MS)
    return () => clearInterval(looking)
  }, [id])
  return numbers
}

export function LineSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const { quality, pictures } = useCallNow(id)
  const numbers = useNumbers(id)
  return (
    <Sheet title={t`Your line`} onClose={onClose}>
      <p>{i18n._(QUALITY[quality])}</p>
      {pictures !== 'shown' && (
        <p className="acts">
          <Button small onPress={() => showPictures(id, true)}>
            <Trans>Show pictures again</Trans>
          </Button>
        </p>
      )}
      {numbers && <Numbers numbers={numbers} />}
    </Sheet>
  )
}

function Numbers({ numbers: { roundTripMs, lost, inKbps, outKbps } }: { numbers: LineNumbers }) {
  const { t, i18n } = useLingui()
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    value.toLocaleString(i18n.locale, options)
  const unknown = t`not known yet`
  const facts: [name: string, value: string][] = [
    [t`There and back`, roundTripMs === null ? unknown : t`${number(roundTripMs)} ms`],
    [
      t`Lost on the way`,
      lost === null ? unknown : number(lost, { style: 'percent', maximumFractionDigits: 1 }),
    ],
    [t`Comes in`, inKbps === null ? unknown : t`${number(inKbps)} kbit/s`],
    [t`Goes out`, outKbps === null ? unknown : t`${number(outKbps)} kbit/s`],
  ]
  return (
    <dl className="line-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
