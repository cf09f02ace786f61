/** One change of shape: where to, what it will do, and once more whether it shall be. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'
import { Waiting } from '#web/kit/Said.tsx'
import { Select } from '#web/kit/Select.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { CircleId, listCircles } from '../api.ts'
import { type ACTS, foretellShape } from '../api/shaping.ts'
import type { CircleShown } from './CirclePage.tsx'
import styles from './circles.module.css'

type Props = {
  circle: CircleShown
  act: (typeof ACTS)[number]
  title: string
  /** What the last button says. */
  sure: string
  /** The other circle; null until it is chosen, left out where there is none. */
  other?: CircleShown['id'] | null
  /** How many are split off. */
  chosen?: number
  /** What else has to be filled in first. */
  ready?: boolean
  error: unknown
  isPending: boolean
  onAct: () => void
  onClose: () => void
  children?: ReactNode
}

export function ShapeSheet(props: Props) {
  const { circle, act, title, sure, other, chosen, ready = true, error, isPending } = props
  const { t } = useLingui()
  const [asked, setAsked] = useState('')
  const query = {
    act,
    ...(other ? { other } : {}),
    ...(chosen === undefined ? {} : { members: chosen }),
  }
  const asking = useRead(foretellShape, { params: { circle: circle.id }, query }, other !== null)
  const { data } = asking
  const may = data !== undefined && data.stops.length === 0 && ready && other !== null
  const key = JSON.stringify(query)
  const once = may && asked === key
  return (
    <Sheet
      title={title}
      {...(data && data.stops.length > 0 ? {} : { act: once ? sure : t`Go on` })}
      busy={isPending || !may}
      problem={error ?? asking.error}
      onAct={() => (once ? props.onAct() : setAsked(key))}
      onClose={props.onClose}
    >
      <div className="stack">
        {props.children}
        {data?.stops.map((why) => (
          <p key={why} className="problem" role="alert">
            {why}
          </p>
        ))}
        {other !== null && !data && !asking.error && <Waiting />}
        {data && data.says.length > 0 && (
          <ul className={styles['lines']}>
            {data.says.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {once && (
          <p role="status">
            <strong>
              <Trans>Shall it be so? Its history will say that you did it, today.</Trans>
            </strong>
          </p>
        )}
      </div>
    </Sheet>
  )
}

type OtherProps = {
  label: string
  circle: CircleShown
  value: CircleShown['id'] | null
  onChange: (id: CircleShown['id'] | null) => void
}

/** A choice among all other circles of the hall. */
export function OtherCircle({ label, circle, value, onChange }: OtherProps) {
  const { t } = useLingui()
  const { data } = useRead(listCircles)
  const others = data?.circles.filter(({ id }) => id !== circle.id) ?? []
  return (
    <Select
      label={label}
      value={value ?? ''}
      onChange={(id) => onChange(CircleId.safeParse(id).data ?? null)}
      choices={[
        { value: '', label: t`Choose a circle` },
        ...others.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
