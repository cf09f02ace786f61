/** A draw: the names, the seal, the words; and once it is over, who was drawn and how to check it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { addressOf, type Output } from '#kernel/operation.ts'
import { CircleId } from '#slices/circles/api.ts'
import { Button } from '#web/kit/Button.tsx'
import { useNow } from '#web/kit/clock.ts'
import { Field } from '#web/kit/Field.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useCall, useRead } from '#web/kit/useCall.ts'
import { dayIn, When } from '#web/kit/When.tsx'
import { readDraw, speakIntoDraw, takeDrawFile } from '../api/draws.ts'
import { DrawId } from '../api/shapes.ts'
import styles from './roles.module.css'
import type { Circle } from './useRoles.ts'

type Draw = Output<typeof readDraw>

export function Page() {
  const { circle, draw } = useParams({ strict: false })
  const [of, id] = [CircleId.safeParse(circle), DrawId.safeParse(draw)]
  if (!of.success || !id.success) return <Navigate to="/circles" />
  return <OneDraw circle={of.data} id={id.data} />
}

function OneDraw({ circle, id }: { circle: Circle; id: Draw['draw'] }) {
  const { i18n, t } = useLingui()
  const params = { circle, draw: id }
  const { data, error } = useRead(readDraw, { params })
  const file = addressOf(takeDrawFile, params)
  return (
    <main id="main" className="page">
      <title>{t`A draw`}</title>
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <header className="page-head">
            <p>
              <Link to="/circles/$circle/roles" params={{ circle }}>
                <Trans>Roles</Trans>
              </Link>
            </p>
            <h1>
              <Trans>
                Drawn by lot: <bdi>{data.role}</bdi>
              </Trans>
            </h1>
            <p className="hint">
              {data.drawn ? (
                <Trans>
                  Drawn on {dayIn(data.closes, undefined, i18n.locale)} at <When at={data.closes} />
                </Trans>
              ) : (
                <Trans>
                  Words are taken until {dayIn(data.closes, undefined, i18n.locale)},{' '}
                  <When at={data.closes} />
                </Trans>
              )}
            </p>
          </header>
          <div className="split">
            <div className="column">
              <Outcome draw={data} />
              <Spoken draw={data} />
              {!data.drawn && <Speak circle={circle} draw={data} />}
            </div>
            <Check draw={data} file={file} />
          </div>
        </>
      )}
    </main>
  )
}

function Outcome({ draw }: { draw: Draw }) {
  const drawn = new Set(draw.drawn ?? [])
  const place = (person: string) => draw.order.indexOf(person)
  const pool = draw.drawn
    ? draw.pool.toSorted((a, b) => place(a.person) - place(b.person))
    : draw.pool
  return (
    <section className="place" aria-labelledby="pool-h">
      <h2 id="pool-h">
        {draw.drawn ? <Trans>Who was drawn</Trans> : <Trans>The names in the pot</Trans>}{' '}
        <span className="tally num">{draw.pool.length}</span>
      </h2>
      <ol className={styles['pool']}>
        {pool.map(({ person, name }) => (
          <li key={person}>
            <bdi className={drawn.has(person) ? 'what' : undefined}>{name}</bdi>{' '}
            {drawn.has(person) && (
              <span className="tag green">
                <Trans>drawn</Trans>
              </span>
            )}
          </li>
        ))}
      </ol>
      {draw.drawn && (
        <p className="hint">
          <Trans>The others follow in this order when somebody declines.</Trans>
        </p>
      )}
    </section>
  )
}

function Spoken({ draw }: { draw: Draw }) {
  return (
    <section className="place" aria-labelledby="words-h">
      <h2 id="words-h">
        <Trans>Words</Trans> <span className="tally num">{draw.words.length}</span>
      </h2>
      <ul className="rows">
        {draw.words.map(({ by, name, words }) => (
          <li key={by}>
            <div>
              <q>
                <bdi>{words}</bdi>
              </q>
              <p className="hint">
                <bdi>{name}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {draw.words.length === 0 && (
        <p className="empty">
          <Trans>
            Nobody has spoken yet. With the first words the hall no longer chooses alone.
          </Trans>
        </p>
      )}
    </section>
  )
}

function Speak({ circle, draw }: { circle: Circle; draw: Draw }) {
  const { t } = useLingui()
  const now = useNow()
  const [words, setWords] = useState('')
  const speak = useCall(speakIntoDraw, { touches: [readDraw] })
  function send(event: FormEvent) {
    event.preventDefault()
    speak.mutate({ params: { circle, draw: draw.draw }, body: { words } })
  }
  if (now > draw.closes)
    return (
      <p className="hint">
        <Trans>The time for words is over; the lot is drawn in a moment.</Trans>
      </p>
    )
  if (draw.spoke)
    return (
      <p className="hint">
        <Trans>Your words are in. Nobody could have known them when the secret was sealed.</Trans>
      </p>
    )
  return (
    <form className="stack" onSubmit={send}>
      <Field
        label={t`Your words`}
        hint={t`Anything: a line of a song, numbers from dice. Everybody sees them.`}
        value={words}
        onChange={setWords}
        isRequired
        maxLength={200}
      />
      <ProblemLine cause={speak.error} />
      <div>
        <Button type="submit" look="act" isDisabled={speak.isPending}>
          <Trans>Add my words</Trans>
        </Button>
      </div>
    </form>
  )
}

function Check({ draw, file }: { draw: Draw; file: string }) {
  return (
    <section className="place" aria-labelledby="check-h">
      <h2 id="check-h">
        <Trans>Why nobody can choose</Trans>
      </h2>
      <p>
        <Trans>
          The hall chose a secret and sealed it before anybody spoke. The lot comes from the secret
          and all words together, so neither the hall nor whoever speaks last can choose it alone.
        </Trans>
      </p>
      <dl className={styles['seal']}>
        <dt>
          <Trans>The seal (sha-256 of the secret)</Trans>
        </dt>
        <dd>{draw.commitment}</dd>
        <dt>
          <Trans>The secret</Trans>
        </dt>
        <dd>{draw.secret ?? <Trans>sealed until the time is over</Trans>}</dd>
      </dl>
      <p>
        <a href={file} download>
          <Trans>Take the file, and draw again by yourself</Trans>
        </a>
      </p>
    </section>
  )
}
