/** Planned beside real: the running order as two lanes; the items below say the same in words. */
import { Trans } from '@lingui/react/macro'
import type { Lane } from '../rules/told.ts'

const WIDTH = 524

type Given = { planned: Lane[]; held: Lane[]; minutes: number }

function Boxes({
  lanes,
  minutes,
  y,
  name,
}: {
  lanes: Lane[]
  minutes: number
  y: number
  name: string
}) {
  return lanes.map(({ number, pause, from, till }) => {
    const start = (from / minutes) * WIDTH
    const width = Math.max(1, ((till - from) / minutes) * WIDTH - 3)
    return (
      <g key={number}>
        <rect
          className={`${name}${pause ? ' pause' : ''}`}
          x={start + 0.5}
          y={y}
          width={width}
          height={20}
        />
        {width > 12 && (
          <text x={start + width / 2} y={y + 14.5} textAnchor="middle">
            {number}
          </text>
        )}
      </g>
    )
  })
}

export function Lanes({ lanes: { planned, held, minutes } }: { lanes: Given }) {
  const both = planned.length > 0
  return (
    <svg className="lanes" viewBox={`0 0 ${WIDTH + 2} ${both ? 92 : 44}`} aria-hidden="true">
      {both && (
        <>
          <text x={0} y={12}>
            <Trans>planned</Trans>
          </text>
          <Boxes lanes={planned} minutes={minutes} y={18.5} name="plan" />
        </>
      )}
      <text x={0} y={both ? 60 : 12}>
        <Trans>as it went</Trans>
      </text>
      <Boxes lanes={held} minutes={minutes} y={both ? 66.5 : 18.5} name="real" />
    </svg>
  )
}
