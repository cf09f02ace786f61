/** Members from a table: looked at first, then brought in; and out again as a table. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import { z } from 'zod'
import { Button } from '#web/kit/Button.tsx'
import { addressOf } from '#kernel/operation.ts'
import { exportMembers, importMembers } from '../api/importing.ts'

const Looked = z.object({
  count: z.int(),
  mistakeCount: z.int(),
  header: z.array(z.string()),
  mapping: z.record(z.string(), z.string()),
  rows: z.array(z.object({ line: z.int(), name: z.string(), email: z.string().nullable() })),
  mistakes: z.array(z.object({ line: z.int(), why: z.string(), value: z.string() })),
})
const Far = z.object({ of: z.int(), done: z.int().optional(), end: z.boolean().optional() })
type Looked = z.infer<typeof Looked>

async function send(circle: string, file: File, run: boolean): Promise<Response> {
  const address = addressOf(importMembers, { circle }, { run })
  return fetch(address, { method: 'POST', body: file, headers: { 'content-type': 'text/csv' } })
}

/** Reads the lines of the answer as they come. */
async function follow(answer: Response, heard: (line: unknown) => void): Promise<void> {
  let rest = ''
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    const lines = (rest + piece.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) heard(JSON.parse(line))
  }
}

export function TableIn({ circle }: { circle: string }) {
  const { t } = useLingui()
  const id = useId()
  const [file, setFile] = useState<File | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [far, setFar] = useState<z.infer<typeof Far> | null>(null)
  const [problem, setProblem] = useState('')
  async function work(run: boolean) {
    if (!file) return
    setProblem('')
    const answer = await send(circle, file, run)
    if (!answer.ok)
      return setProblem(z.object({ title: z.string() }).parse(await answer.json()).title)
    await follow(answer, (line) => (run ? setFar(Far.parse(line)) : setLooked(Looked.parse(line))))
  }
  return (
    <div className="stack">
      <div className="field">
        <label className="label" htmlFor={id}>
          <Trans>Members in a table (CSV)</Trans>
        </label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          aria-label={t`Members in a table (CSV)`}
          onChange={({ target }) => {
            setFile(target.files?.[0] ?? null)
            setLooked(null)
            setFar(null)
          }}
        />
      </div>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <div className="acts">
        <Button small isDisabled={!file} onPress={() => void work(false)}>
          <Trans>Look at it first</Trans>
        </Button>
        {looked && looked.count > 0 && (
          <Button small look="act" onPress={() => void work(true)}>
            <Plural value={looked.count} one="Bring # member in" other="Bring # members in" />
          </Button>
        )}
        <a href={addressOf(exportMembers, { circle })}>
          <Trans>All members as a table</Trans>
        </a>
      </div>
      <output>
        {far && (
          <p>
            <Trans>
              {far.done ?? far.of} of {far.of} are done.
            </Trans>
          </p>
        )}
        {looked && <Seen looked={looked} />}
      </output>
    </div>
  )
}

function Seen({ looked }: { looked: Looked }) {
  return (
    <>
      <p className="hint">
        {Object.entries(looked.mapping)
          .map(([column, name]) => `${name} → ${column}`)
          .join(', ')}
      </p>
      <ul className="rows">
        {looked.rows.slice(0, 5).map(({ line, name, email }) => (
          <li key={line}>
            <bdi>{name}</bdi> <span className="hint">{email}</span>
          </li>
        ))}
      </ul>
      {looked.mistakeCount > 0 && (
        <p>
          <Plural
            value={looked.mistakeCount}
            one="# line cannot come in:"
            other="# lines cannot come in:"
          />{' '}
          {looked.mistakes
            .slice(0, 10)
            .map(({ line, why, value }) => `${line}: ${why} ${value}`.trim())
            .join('; ')}
        </p>
      )}
    </>
  )
}
