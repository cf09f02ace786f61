/** People who stay together, two by two. */
import { Trans, useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useRoom } from '#slices/room/web/useRoom.ts'
import { Button } from '#web/kit/Button.tsx'
import { Select } from '#web/kit/Select.tsx'

export type Pair = { a: string; b: string }
type Props = { pairs: readonly Pair[]; onChange: (pairs: readonly Pair[]) => void }

export function Pairs({ pairs, onChange }: Props) {
  const { t } = useLingui()
  const people = useRoom((room) => room.people)
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const here = Object.values(people).filter(({ stays }) => stays.at(-1)?.till === null)
  const choices = [
    { value: '', label: '–' },
    ...here.map(({ who, name }) => ({ value: who, label: name })),
  ]
  const nameOf = (who: string) => people[who]?.name ?? ''
  return (
    <details className="pairs">
      <summary>
        <Trans>Keep people together</Trans>
      </summary>
      <ul className="rows">
        {pairs.map(({ a, b }) => {
          const names = `${nameOf(a)}, ${nameOf(b)}`
          return (
            <li key={`${a} ${b}`}>
              <bdi>{names}</bdi>
              <Button
                small
                look="quiet"
                aria-label={t`No longer together: ${names}`}
                onPress={() => onChange(pairs.filter((pair) => pair.a !== a || pair.b !== b))}
              >
                <X size={16} aria-hidden="true" />
              </Button>
            </li>
          )
        })}
      </ul>
      <div className="two">
        <Select label={t`One`} value={first} choices={choices} onChange={setFirst} />
        <Select label={t`And the other`} value={second} choices={choices} onChange={setSecond} />
      </div>
      <Button
        small
        isDisabled={!first || !second || first === second}
        onPress={() => {
          onChange([...pairs, { a: first, b: second }])
          setFirst('')
          setSecond('')
        }}
      >
        <Trans>Keep these two together</Trans>
      </Button>
    </details>
  )
}
