/** What a member co-op says of itself; its stewards write it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { listCoops, readCard, writeCard } from '../api/members.ts'
import { CardFields, type CardText, givenIn } from './CardFields.tsx'
import type { CircleShown } from './CirclePage.tsx'
import styles from './circles.module.css'

export function Card({ circle }: { circle: CircleShown }) {
  const [writes, setWrites] = useState(false)
  const { data } = useRead(readCard, { params: { circle: circle.id } })
  if (!data) return null
  return (
    <section className="place stack" aria-labelledby="card-h">
      <h2 id="card-h">
        {circle.elsewhere ? (
          <Trans>A co-op that lives elsewhere</Trans>
        ) : (
          <Trans>What it says of itself</Trans>
        )}
      </h2>
      {writes ? (
        <Writing circle={circle} card={data} onDone={() => setWrites(false)} />
      ) : (
        <>
          <Shown card={data} />
          {circle.may.steward && (
            <div className="acts">
              <Button small onPress={() => setWrites(true)}>
                <Trans>Write it…</Trans>
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  )
}

type Given = Output<typeof readCard>

function Shown({ card }: { card: Given }) {
  const { t, i18n } = useLingui()
  const country = card.country
    ? new Intl.DisplayNames([i18n.locale], { type: 'region' }).of(card.country)
    : ''
  const lines: [string, string][] = [
    [t`Where`, [country, card.place].filter(Boolean).join(', ')],
    [t`What it does`, card.does],
    [t`Tools that it keeps`, card.tools],
    [t`Contacts`, card.contacts],
  ]
  const said = lines.filter(([, text]) => text !== '')
  if (said.length === 0 && !card.site)
    return (
      <p className="hint">
        <Trans>Nothing yet.</Trans>
      </p>
    )
  return (
    <dl className={styles['card']}>
      {said.map(([title, text]) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>{text}</dd>
        </div>
      ))}
      {card.site && (
        <div>
          <dt>
            <Trans>On the web</Trans>
          </dt>
          <dd>
            <a href={card.site} rel="nofollow noopener">
              {card.site}
            </a>
          </dd>
        </div>
      )}
    </dl>
  )
}

type WritingProps = { circle: CircleShown; card: Given; onDone: () => void }

function Writing({ circle, card, onDone }: WritingProps) {
  const [text, setText] = useState<CardText>({ ...card, country: card.country ?? '' })
  const write = useCall(writeCard, { touches: [readCard, listCoops] })
  function send(event: FormEvent) {
    event.preventDefault()
    write.mutate({ params: { circle: circle.id }, body: givenIn(text) }, { onSuccess: onDone })
  }
  return (
    <form className="stack" onSubmit={send}>
      <CardFields card={text} onChange={setText} />
      <ProblemLine cause={write.error} />
      <div className="acts">
        <Button look="act" type="submit" isDisabled={write.isPending}>
          <Trans>Keep it</Trans>
        </Button>
        <Button look="quiet" onPress={onDone}>
          <Trans>Go back</Trans>
        </Button>
      </div>
    </form>
  )
}
