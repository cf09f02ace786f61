/** The ballot of a ranking: options are put in an order by buttons, without dragging. */
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Cast } from './Cast.tsx'
import type { Decision, Mine } from './useDecision.ts'
import styles from './decisions.module.css'

type Option = Decision['text']['options'][number]

export function RankBallot({ decision, mine }: { decision: Decision; mine: Mine }) {
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
    const at = order.indexOf(one) + by
    to.splice(at, 0, one)
    const stuck = at === 0 || at === to.length - 1
    const way = stuck ? (at === 0 ? 'down' : 'up') : by < 0 ? 'up' : 'down'
    put(to, one, `rank-${member}-${one}-${way}`)
  }
  return (
    <div className="stack">
      <HowTo />
      {order.length > 0 && (
        <ol className={styles['ballot']} aria-label={t`Your order`}>
          {order.map((one, at) => (
            <Row key={one} option={options[one - 1]} rank={at + 1}>
              <Button
                small
                id={`rank-${member}-${one}-up`}
                isDisabled={at === 0}
                aria-label={t`Move ${nameOf(one)} up`}
                onPress={() => move(one, -1)}
              >
                <ArrowUp size={16} aria-hidden="true" />
                <Trans>Up</Trans>
              </Button>
              <Button
                small
                id={`rank-${member}-${one}-down`}
                isDisabled={at === order.length - 1}
                aria-label={t`Move ${nameOf(one)} down`}
                onPress={() => move(one, 1)}
              >
                <ArrowDown size={16} aria-hidden="true" />
                <Trans>Down</Trans>
              </Button>
              <Button
                small
                look="quiet"
                aria-label={t`Take out ${nameOf(one)}`}
                onPress={() =>
                  put(
                    order.filter((other) => other !== one),
                    one,
                    `rank-${member}-${one}-put`,
                  )
                }
              >
                <Trans>Take out</Trans>
              </Button>
            </Row>
          ))}
        </ol>
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
      <Cast decision={decision} mine={mine} vote={{ kind: 'order', order }} said="" />
    </div>
  )
}

function HowTo() {
  return (
    <p>
      <Trans>
        Most wanted first, as many as you like. A ballot without any name is empty: it takes part
        and wants nothing.
      </Trans>
    </p>
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
            <Row key={one} option={options[one - 1]}>
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

function Row({
  option,
  rank,
  children,
}: {
  option: Option | undefined
  rank?: number
  children: ReactNode
}) {
  return (
    <li>
      {rank && <b className={`num ${styles['rank']}`}>{rank}</b>}
      <div className={styles['cand']}>
        <bdi className="what">{option?.name}</bdi>
        {option?.note && <p className="hint">{option.note}</p>}
      </div>
      <div className={styles['moves']}>{children}</div>
    </li>
  )
}
