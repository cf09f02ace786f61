/** Members from a table: looked at first, then brought in; and out again as a table. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { addressOf } from '#kernel/operation.ts'
import { FileField } from '#web/kit/FileField.tsx'
import { Button } from '#web/kit/Button.tsx'
import { exportMembers } from '../api/importing.ts'
import { TableMapping } from './TableMapping.tsx'
import { TableProgress } from './TableProgress.tsx'
import { TableSeen } from './TableSeen.tsx'
import { Far, Looked, type Mapped, sendTable } from './tableWork.ts'

export function TableIn({ circle }: { circle: string }) {
  const { t } = useLingui()
  const [file, setFile] = useState<File | null>(null)
  const [looked, setLooked] = useState<Looked | null>(null)
  const [far, setFar] = useState<Far | null>(null)
  const [problem, setProblem] = useState('')
  const latest = useRef(0)
  const broken = t`The line broke. Bring the same file in once more: what is in already stays as it is.`
  /** What comes of an older look is not shown any more. */
  async function work(given: File, run: boolean, mapping: Mapped | null) {
    latest.current += 1
    const mine = latest.current
    setProblem('')
    setFar(null)
    const heard = (line: unknown) => {
      if (mine !== latest.current) return
      if (run) setFar(Far.parse(line))
      else setLooked(Looked.parse(line))
    }
    try {
      const refused = await sendTable({ circle, file: given, run, mapping }, heard)
      if (mine === latest.current) setProblem(refused)
    } catch {
      setProblem(broken)
    }
  }
  const busy = far !== null && !far.end
  return (
    <div className="stack">
      <FileField
        label={t`Members in a table (CSV)`}
        accept=".csv,text/csv"
        onFile={(chosen) => {
          setFile(chosen)
          setLooked(null)
          void work(chosen, false, null)
        }}
      />
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {file && looked && (
        <>
          <TableMapping
            looked={looked}
            disabled={busy}
            onChange={(mapping) => void work(file, false, mapping)}
          />
          <TableSeen looked={looked} />
          {looked.count > 0 && !far?.end && (
            <div className="acts">
              <Button
                look="act"
                isDisabled={busy}
                onPress={() => void work(file, true, looked.mapping)}
              >
                <Plural value={looked.count} one="Bring # member in" other="Bring # members in" />
              </Button>
            </div>
          )}
        </>
      )}
      {far && <TableProgress far={far} />}
      <p>
        <a href={addressOf(exportMembers, { circle })}>
          <Trans>All members as a table</Trans>
        </a>
      </p>
    </div>
  )
}
