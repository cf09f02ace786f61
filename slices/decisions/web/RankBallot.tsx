/** The ballot of a ranking: options are put in an order by buttons, without dragging. */
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Cast } from './Cast.tsx'
import type { Paper } from './secret/usePaper.ts'
import type { Decision, Mine } from './useDecision.ts'
import styles from './decisions.module.css'

type Option = Decision['text']['options'][number]

type Props = { decision: Decision; mine: Mine; paper?: Paper }

export function RankBallot({ decision, mine, paper }: Props) {
  const { t } = useLingui()
  const [order, setOrder] = useState(mine.ballot?.kind === 'order' ? mine.ballot.order : [])
  const [told, setTold] = useState('')
  const goTo = useRef<string | null>(null)
  const [{ options }, { member }] = [decision.text, mine]
  const nameOf = (one: number) => options[one - 1]?.name ?? ''
  const rest = options.map((_, at) => at + 1).filter((one) => !order.includes(one))
  useEffect(() => {
    if (goTo.current) document.getElementById(goTo.current)?.focus()
    goTo.current = null
  })
  function put(to: number[], one: number, focus: string) {
    const place = to.indexOf(one) + 1
    const [name, count] = [nameOf(one), to.length]
    setOrder(to)
    setTold(
      place === 0
        ? t`${name} is not on your ballot.`
        : t`${name} is now number ${place} of ${count}.`,
    )
    goTo.current = focus
  }
  function move(one: number, by: -1 | 1) {
    const to = order.filter((other) => other !== one)
    to.splice(order.indexOf(one) + by, 0, one)
    put(to, one, focusIn({ member, to, one }, by < 0 ? 'up' : 'down'))
  }
  /** 1 to 9 put whatever has the focus in that place, or in the last one that there is. */
  function rankByKey(event: KeyboardEvent) {
    const rank = Number(event.key)
    const row = event.target instanceof Element ? event.target.closest('[data-option]') : null
    const one = Number(row?.getAttribute('data-option'))
    if (!(rank >= 1 && rank <= 9) || !one || event.ctrlKey || event.metaKey || event.altKey) return
    const to = order.filter((other) => other !== one)
    to.splice(rank - 1, 0, one)
    const next = rest.find((other) => other !== one)
    const waits = !order.includes(one) && next !== undefined
    put(to, one, waits ? `rank-${member}-${next}-put` : focusIn({ member, to, one }))
  }
  return (
    // oxlint-disable-next-line no-static-element-interactions -- the keys are a short way to its buttons
    <div className="stack" onKeyDown={rankByKey}>
      <HowTo />
      {order.length > 0 && (
        <Ranked
          member={member}
          order={order}
          options={options}
          onMove={move}
          onTakeOut={(one) =>
            put(
              order.filter((other) => other !== one),
              one,
              `rank-${member}-${one}-put`,
            )
          }
        />
      )}
      <p className={styles['told']} role="status">
        {told}
      </p>
      <Rest
        member={member}
        rest={rest}
        options={options}
        next={order.length + 1}
        onPut={(one, focus) => put([...order, one], one, focus)}
      />
      <Cast decision={decision} mine={mine} paper={paper} vote={{ kind: 'order', order }} said="" />
    </div>
  )
}

/** Where the focus stays on what was moved: at either end only one way leads on. */
function focusIn(
  { member, to, one }: { member: string; to: readonly number[]; one: number },
  way: 'up' | 'down' = 'up',
): string {
  const at = to.indexOf(one)
  const row = `rank-${member}-${one}`
  if (at === 0) return `${row}-${to.length === 1 ? 'up' : 'down'}`
  return `${row}-${at === to.length - 1 ? 'up' : way}`
}

function HowTo() {
  return (
    <p>
      <Trans>
        Most wanted first, as many as you like. A ballot without any name is empty: it takes part
        and wants nothing. With the keys 1 to 9 you put what has the focus in that place.
      </Trans>
    </p>
  )
}

type RankedProps = {
  member: string
  order: readonly number[]
  options: readonly Option[]
  onMove: (one: number, by: -1 | 1) => void
  onTakeOut: (one: number) => void
}

/** What is ranked, first place first. */
function Ranked({ member, order, options, onMove, onTakeOut }: RankedProps) {
  const { t } = useLingui()
  const nameOf = (one: number) => options[one - 1]?.name ?? ''
  return (
    <ol className={styles['ballot']} aria-label={t`Your order`}>
      {order.map((one, at) => (
        <Row key={one} number={one} option={options[one - 1]} rank={at + 1}>
          <Button
            small
            id={`rank-${member}-${one}-up`}
            isDisabled={at === 0}
            aria-label={t`Move ${nameOf(one)} up`}
            onPress={() => onMove(one, -1)}
          >
            <ArrowUp size={16} aria-hidden="true" />
            <Trans>Up</Trans>
          </Button>
          <Button
            small
            id={`rank-${member}-${one}-down`}
            isDisabled={at === order.length - 1}
            aria-label={t`Move ${nameOf(one)} down`}
            onPress={() => onMove(one, 1)}
          >
            <ArrowDown size={16} aria-hidden="true" />
            <Trans>Down</Trans>
          </Button>
          <Button
            small
            look="quiet"
            aria-label={t`Take out ${nameOf(one)}`}
            onPress={() => onTakeOut(one)}
          >
            <Trans>Take out</Trans>
          </Button>
        </Row>
      ))}
    </ol>
  )
}

type RestProps = {
  member: string
  rest: readonly number[]
  options: readonly Option[]
  next: number
  onPut: (one: number, focus: string) => void
}

/** What is not ranked yet; the focus goes on to the next of them. */
function Rest({ member, rest, options, next, onPut }: RestProps) {
  const { t } = useLingui()
  const nameOf = (one: number) => options[one - 1]?.name ?? ''
  if (rest.length === 0) return null
  return (
    <>
      <h3 className="label">
        <Trans>Not on your ballot</Trans>
      </h3>
      <ul className={`${styles['ballot']} ${styles['rest']}`}>
        {rest.map((one) => {
          const after = rest.find((other) => other !== one)
          return (
            <Row key={one} number={one} option={options[one - 1]}>
              <Button
                small
                id={`rank-${member}-${one}-put`}
                aria-label={t`Put in place ${next}: ${nameOf(one)}`}
                onPress={() =>
                  onPut(
                    one,
                    after === undefined
                      ? `rank-${member}-${one}-up`
                      : `rank-${member}-${after}-put`,
                  )
                }
              >
                <Plus size={16} aria-hidden="true" />
                <Trans>Put in place {next}</Trans>
              </Button>
            </Row>
          )
        })}
      </ul>
    </>
  )
}

type RowProps = {
  number: number
  option: Option | undefined
  rank?: number
  children: ReactNode
}

function Row({ number, option, rank, children }: RowProps) {
  return (
    <li data-option={number}>
      {rank && <b className={`num ${styles['rank']}`}>{rank}</b>}
      <div className={styles['cand']}>
        <bdi className="what">{option?.name}</bdi>
        {option?.note && <p className="hint">{option.note}</p>}
      </div>
      <div className={styles['moves']}>{children}</div>
    </li>
  )
}
