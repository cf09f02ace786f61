/** One picture of how options were chosen: flows of votes from stage to stage, or bars; and the same as a table. */
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Output } from '#kernel/operation.ts'
import type { readCount } from '../api/voting.ts'
import { readFraction, roughly } from '../rules/exact.ts'
import { COLUMN, type Flows, type Node, type Ribbon, sankeyOf, type Who } from '../rules/sankey.ts'
import { amount } from '../rules/telling.ts'
import type { Decision } from './useDecision.ts'
import styles from './count-picture.module.css'

type Picture = NonNullable<Output<typeof readCount>['picture']>
type Given = { decision: Decision; picture: Picture; elected: readonly number[] }
type Drawn = { names: readonly string[]; elected: readonly number[] }

export function CountPicture({ decision, picture, elected }: Given) {
  const names = decision.text.options.map(({ name }) => name)
  // In the count options are told by index.
  const drawn = { names, elected: elected.map((option) => option - 1) }
  if (picture.kind === 'bars') return <OptionBars {...drawn} picture={picture} />
  return (
    <>
      <FlowsDrawn {...drawn} picture={picture} />
      <details className={styles['same']}>
        <summary>
          <Trans>The same as a table</Trans>
        </summary>
        <FlowsTable {...drawn} picture={picture} />
      </details>
    </>
  )
}

/** What is wider than the page, and can be reached by keyboard. */
function Scroller({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['scroll']} tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  )
}

/** An amount with so many places after the point at most. */
function written(text: string, places = 2): string {
  const exact = readFraction(text)
  return exact ? amount(roughly(exact, places)) : text
}

/** Where names stand, left and right of the columns. */
const BESIDE = 150
const ABOVE = 22

const colourOf = (who: Who, elected: readonly number[]) => {
  if (who === 'nobody') return 'nobody'
  return typeof who === 'number' && elected.includes(who) ? 'elected' : 'other'
}

function pathOf({ x, y, toX, toY, height }: Ribbon): string {
  const middle = (x + toX) / 2
  const there = `M${x},${y} C${middle},${y} ${middle},${toY} ${toX},${toY}`
  return `${there} V${toY + height} C${middle},${toY + height} ${middle},${y + height} ${x},${y + height} Z`
}

function FlowsDrawn({ picture, names, elected }: Drawn & { picture: Flows }) {
  const { t } = useLingui()
  const { width, height, columns, nodes, ribbons } = sankeyOf(picture, elected)
  const last = columns.at(-1)?.x ?? 0
  const called = (who: Who) => {
    if (who === 'others') return t`all others`
    return who === 'nobody' ? t`no longer counts` : (names[who] ?? '')
  }
  const whole = width + 2 * BESIDE
  return (
    <Scroller label={t`The flow of votes`}>
      <svg
        className={styles['flows']}
        style={{ minInlineSize: whole }}
        viewBox={`${-BESIDE} ${-ABOVE} ${whole} ${height + ABOVE + COLUMN}`}
        role="img"
        aria-label={t`How votes went from stage to stage; the table below says the same.`}
      >
        {columns.map(({ stage, x }) => (
          <text key={stage} className={styles['stage']} x={x} y={-8}>
            {stage}
          </text>
        ))}
        {ribbons.map((one) => (
          <path
            key={`${one.x} ${one.from} ${one.to}`}
            className={styles[one.moved ? 'moved' : colourOf(one.from, elected)]}
            d={pathOf(one)}
          />
        ))}
        {nodes.map((node) => (
          <g key={`${node.x} ${node.who}`} className={styles['node']}>
            <rect
              className={styles[`bar-${colourOf(node.who, elected)}`]}
              x={node.x}
              y={node.y}
              width={COLUMN}
              height={Math.max(1, node.height)}
            />
            <Told node={node} nodes={nodes} last={last} name={called(node.who)} />
          </g>
        ))}
      </svg>
    </Scroller>
  )
}

/** Who it is where they come in and at the end; in between what they hold. */
function Told({
  node,
  nodes,
  last,
  name,
}: {
  node: Node
  nodes: readonly Node[]
  last: number
  name: string
}) {
  const { x, y, height, votes, who } = node
  const held = written(votes)
  const middle = y + height / 2
  if (x === 0)
    return (
      <text x={-6} y={middle} textAnchor="end">
        {shortened(name, LONGEST)} {held}
      </text>
    )
  const comesIn = who !== 'nobody' && nodes.find((one) => one.who === who) === node
  const longest = x === last ? LONGEST : LONGEST_BETWEEN
  return (
    <text className={who === 'nobody' ? styles['held'] : undefined} x={x + COLUMN + 5} y={middle}>
      {held}
      {(comesIn || x === last) && ` ${shortened(name, longest)}`}
    </text>
  )
}

const LONGEST = 18
const LONGEST_BETWEEN = 11
const shortened = (name: string, longest: number) =>
  name.length > longest ? `${name.slice(0, longest - 1).trimEnd()}…` : name

function FlowsTable({ picture: { stages }, names, elected }: Drawn & { picture: Flows }) {
  const { t } = useLingui()
  return (
    <Scroller label={t`Votes by stage`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Stage</Trans>
            </th>
            {stages.map(({ stage }) => (
              <th key={stage} scope="col" className="num">
                {stage}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((name, who) => (
            // oxlint-disable-next-line no-array-index-key -- two may have one name
            <tr key={who}>
              <th scope="row">
                <bdi>{name}</bdi>
                {elected.includes(who) && (
                  <span className="tag green">
                    <Trans>Chosen</Trans>
                  </span>
                )}
              </th>
              {stages.map(({ stage, votes }) => (
                <td key={stage} className="num">
                  {written(votes[who] ?? '0', 9)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">
              <Trans>no longer counts</Trans>
            </th>
            {stages.map(({ stage, nonTransferable }) => (
              <td key={stage} className="num">
                {written(nonTransferable, 9)}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </Scroller>
  )
}

function OptionBars({ picture, names }: Drawn & { picture: Extract<Picture, { kind: 'bars' }> }) {
  const amounts = picture.bars.map((bar) => Number(written(bar.amount, 6)))
  const most = Math.max(1, ...amounts)
  return (
    <ul className={styles['bars']}>
      {picture.bars.map((bar, at) => (
        <li key={bar.who}>
          <span>
            <bdi>{names[bar.who]}</bdi>
          </span>
          <span className="num">
            {written(bar.amount, 9)}
            {bar.won && (
              <>
                {' '}
                <span className="tag green">
                  <Trans>Chosen</Trans>
                </span>
              </>
            )}
          </span>
          <span
            className={styles[bar.won ? 'bar-won' : 'bar-held']}
            style={{ inlineSize: `${((amounts[at] ?? 0) / most) * 100}%` }}
          />
        </li>
      ))}
    </ul>
  )
}
