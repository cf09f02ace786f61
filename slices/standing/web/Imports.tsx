/** Bringing a bank statement or a table: first to see what it would become, then for good. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { ProblemLine } from '#web/kit/Said.tsx'
import { useCall } from '#web/kit/useCall.ts'
import { importStatement, importTable } from '../api.ts'
import { base64Of, columnsIn } from './files.ts'
import { FileField } from '#web/kit/FileField.tsx'
import { Found } from './Found.tsx'
import { type Mapped, MappingFields, mappingOf } from './MappingFields.tsx'
import { type Circle, TOUCHES } from './useStanding.ts'

export function Imports({ circle }: { circle: Circle }) {
  return (
    <div className="column">
      <StatementImport circle={circle} />
      <TableImport circle={circle} />
    </div>
  )
}

function StatementImport({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const [file, setFile] = useState<string | null>(null)
  const bring = useCall(importStatement, { touches: TOUCHES })
  async function look(chosen: File) {
    const text = base64Of(new Uint8Array(await chosen.arrayBuffer()))
    setFile(text)
    bring.mutate({ params: { circle }, body: { file: text, dry: true } })
  }
  return (
    <section className="place" aria-labelledby="statement-h">
      <h2 id="statement-h">
        <Trans>A bank statement</Trans>
      </h2>
      <FileField
        label={t`File of the bank (camt.053)`}
        accept=".xml,text/xml,application/xml"
        onFile={(chosen) => void look(chosen)}
      />
      <ProblemLine cause={bring.error} />
      {bring.data && <Found found={bring.data} />}
      {file && bring.data?.dry && bring.data.added + bring.data.undecided > 0 && (
        <Button
          onPress={() => bring.mutate({ params: { circle }, body: { file, dry: false } })}
          isDisabled={bring.isPending}
        >
          <Trans>Bring these payments</Trans>
        </Button>
      )}
    </section>
  )
}

function TableImport({ circle }: { circle: Circle }) {
  const { t } = useLingui()
  const [file, setFile] = useState<{ text: string; columns: string[] } | null>(null)
  const [mapped, setMapped] = useState<Mapped | null>(null)
  const bring = useCall(importTable, { touches: TOUCHES })
  async function choose(chosen: File) {
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    const columns = columnsIn(bytes)
    bring.reset()
    setFile({ text: base64Of(bytes), columns })
    const [who = '', day = '', amount = ''] = columns
    setMapped({ who, day, amount, note: '', id: '', unit: 'EUR', order: 'ymd' })
  }
  const mapping = mapped && mappingOf(mapped)
  const send = (dry: boolean) =>
    file && mapping && bring.mutate({ params: { circle }, body: { file: file.text, mapping, dry } })
  return (
    <section className="place" aria-labelledby="table-h">
      <h2 id="table-h">
        <Trans>A table</Trans>
      </h2>
      <FileField
        label={t`File with commas, semicolons or tabs (CSV)`}
        accept=".csv,text/csv"
        onFile={(chosen) => void choose(chosen)}
      />
      {file && mapped && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            send(true)
          }}
        >
          <MappingFields columns={file.columns} mapped={mapped} onChange={setMapped} />
          <div className="acts">
            <Button type="submit" isDisabled={bring.isPending || !mapping}>
              <Trans>See what it would become</Trans>
            </Button>
            {bring.data?.dry && bring.data.added > 0 && (
              <Button onPress={() => send(false)} isDisabled={bring.isPending}>
                <Trans>Bring these lines</Trans>
              </Button>
            )}
          </div>
        </form>
      )}
      <ProblemLine cause={bring.error} />
      {bring.data && <Found found={bring.data} />}
    </section>
  )
}
