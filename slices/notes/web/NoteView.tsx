/**
 * A note: read by all who may, written by who presses "Write". The same view stands on its own page
 * and in the room. What is written comes in place of what is read without anything moving.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { Palette, PenLine } from 'lucide-react'
import {
  type CSSProperties,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useMemo,
  useState,
} from 'react'
import type { z } from 'zod'
import { Button } from '#web/kit/Button.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import type { NoteId } from '../api/shapes.ts'
import type { Author } from './authors.ts'
import { Beside, isShownBeside, TalkButtons, useIsBeside } from './comments/Beside.tsx'
import { TalkingContext, useTalkingAbout } from './comments/talking.ts'
import { useTalkMarks } from './comments/useTalkMarks.ts'
import type { Mentionable } from './editor/mentions.ts'
import { Legend } from './Legend.tsx'
import { Reader } from './reading/Reader.tsx'
import { type Read, useReading } from './reading/useReading.ts'
import { sendPicture } from './sendPicture.ts'
import { StateLine } from './StateLine.tsx'
import { type Authors, useAuthors } from './useAuthors.ts'
import { usePeople } from './usePeople.ts'
import styles from './note.module.css'

const NO_LOOKS: ReadonlyMap<number, Author> = new Map()
const Desk = lazy(() => import('./editor/Desk.tsx').then((part) => ({ default: part.Desk })))

type Props = {
  note: z.infer<typeof NoteId>
  /** Under a head that says already whether it is locked or approved. */
  headed?: boolean
  /** In a narrow place: a side, a phone. */
  narrow?: boolean
  /** People at hand, beside those that the note knows. */
  people?: readonly Mentionable[]
  /** The live item, when who writes follows it. */
  followed?: string | null
  /** More to do with the note, at the end of its head. */
  acts?: ReactNode
}

export function NoteView(props: Props) {
  const { note, headed = false, narrow = false, people, followed = null, acts } = props
  const [coloured, setColoured] = useState(false)
  // As whom one began to write: whatever happens to the right meanwhile, what was written stays.
  const [writer, setWriter] = useState<string | null>(null)
  const isWriting = writer !== null
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const nextTime = useNextTime()
  const { data: read, error } = useReading(note, coloured || isWriting)
  const authors = useAuthors(read)
  const shown = coloured && authors !== null
  const talking = useTalkingAbout(read, note)
  const isBeside = useIsBeside(narrow)
  const { text, look } = useTalkMarks(talking, isBeside)
  const { head, size } = useHeadSize()
  const hasTalks = talking !== null && isBeside && isShownBeside(talking)
  const isGone = refusalName(error) === 'not-found' && !isWriting
  if (!read || isGone) return error ? <ProblemLine cause={error} /> : <Waiting />
  return (
    <TalkingContext value={talking}>
      <div className={styles['whole']} style={size}>
        <div ref={head} className={styles['head']}>
          <div ref={setPlace} className={styles['state']}>
            {!isWriting && <StateLine read={read} headed={headed} />}
          </div>
          {isWriting && (
            <Button small className={styles['done'] ?? ''} onPress={() => setWriter(null)}>
              <Trans>Done</Trans>
            </Button>
          )}
          {talking && <TalkButtons talking={talking} isBeside={isBeside} />}
          <Button small look="quiet" aria-pressed={coloured} onPress={() => setColoured(!coloured)}>
            <Palette size={16} aria-hidden="true" />
            <Trans>Who wrote what</Trans>
          </Button>
          {acts}
        </div>
        {shown && <Legend authors={authors} />}
        <div className={hasTalks ? styles['talked'] : undefined}>
          <div
            ref={text}
            style={nextTime}
            className={`${styles['note']} ${shown ? styles['coloured'] : ''} ${narrow || hasTalks ? styles['narrow'] : ''}`}
          >
            <Body
              {...{ read, authors, coloured, writer, setWriter, followed, place }}
              {...(people ? { people } : {})}
            />
          </div>
          {talking && <Beside {...{ talking, isBeside, look }} me={read.who} />}
        </div>
      </div>
    </TalkingContext>
  )
}

/** How high the head is, for what stays in sight below it. */
function useHeadSize() {
  const [height, setHeight] = useState<number | null>(null)
  const [head, setHead] = useState<HTMLElement | null>(null)
  useEffect(() => {
    if (!head) return
    const watch = new ResizeObserver(() => setHeight(head.offsetHeight))
    watch.observe(head)
    return () => watch.disconnect()
  }, [head])
  const size: CSSProperties & Record<'--head', string> = { '--head': `${height ?? 48}px` }
  return { head: setHead, size }
}

type BodyProps = {
  read: Read
  authors: Authors | null
  coloured: boolean
  writer: string | null
  setWriter: (writer: string | null) => void
  people?: readonly Mentionable[]
  followed: string | null
  /** Where the indicator stands. */
  place: HTMLElement | null
}

function Body(props: BodyProps) {
  const { read, authors, coloured, writer, setWriter, people, followed, place } = props
  const { t } = useLingui()
  const numberOf = useNumbers(read)
  const known = usePeople(read, people)
  const looks = authors?.looks ?? null
  const reading = <Reader pieces={read.pieces} looks={coloured ? looks : null} />
  const mayWrite = read.right === 'write' && read.who !== null
  if (!mayWrite && writer === null) return read.pieces.length > 0 ? reading : <Blank />
  const bar = (busy: boolean) => (
    <div className={styles['tools']}>
      <Button look="act" onPress={() => setWriter(read.who)} isDisabled={busy}>
        <PenLine size={18} aria-hidden="true" />
        {busy ? <Trans>One moment…</Trans> : <Trans>Write</Trans>}
      </Button>
    </div>
  )
  const meanwhile = (
    <>
      {bar(writer !== null)}
      {read.pieces.length > 0 ? reading : <Blank />}
    </>
  )
  if (writer === null) return meanwhile
  return (
    <Suspense fallback={meanwhile}>
      <Desk
        note={read.id}
        who={writer}
        label={t`The note: ${read.title}`}
        people={known}
        send={(picture, far) => sendPicture(read.id, picture, far)}
        coloured={coloured}
        looks={looks ?? NO_LOOKS}
        numberOf={numberOf}
        followed={followed}
        head={place}
        meanwhile={meanwhile}
        done={() => setWriter(null)}
      />
    </Suspense>
  )
}

/** The number of the author that a client writes for. */
function useNumbers({ authors }: Read): (client: number) => number | null {
  return useMemo(() => {
    const pairs = (authors ?? []).flatMap(({ number, clients }) =>
      clients.map((client): [number, number] => [client, number]),
    )
    const numbers = new Map(pairs)
    return (client) => numbers.get(client) ?? null
  }, [authors])
}

/** The words behind what is set for next time, for the styles. */
function useNextTime(): Record<string, string> {
  const { t } = useLingui()
  return { '--next-time': JSON.stringify(t`next time`) }
}

function Blank() {
  return (
    <p className="empty">
      <Trans>Nothing is written here yet.</Trans>
    </p>
  )
}
