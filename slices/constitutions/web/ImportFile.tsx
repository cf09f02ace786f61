/** A file (YAML or JSON) becomes the version in the making; what the hall has to say of it is said at once. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { Sheet } from '#web/kit/Sheet.tsx'
import { keyOf, useCall, useRead } from '#web/kit/useCall.ts'
import { importDraft, readConstitution, readDraft, readForm } from '../api.ts'
import { FindingList } from './Findings.tsx'

type Props = {
  circle: `cir_${string}`
  /** The draft that it takes the place of; null when there is none. */
  over: `cst_${string}` | null
  /** When it has been read, instead of going to the form. */
  onRead?: () => void
}

export function ImportFile({ circle, over, onRead }: Props) {
  const { t } = useLingui()
  const go = useNavigate()
  const id = useId()
  const [asks, setAsks] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const form = useRead(readForm).data
  const client = useQueryClient()
  const bring = useCall(importDraft)
  async function send() {
    if (!file) return
    bring.mutate({ params: { circle }, body: { file: await file.text(), over } })
  }
  /** Only now is the page read again: it would take this sheet away before anybody has read it. */
  async function goOn() {
    if (onRead) return onRead()
    for (const read of [readConstitution, readDraft])
      await client.invalidateQueries({ queryKey: keyOf(read), refetchType: 'none' })
    await go({ to: '/circles/$circle/rules/edit', params: { circle } })
  }
  const findings = bring.data?.findings
  return (
    <>
      <Button small={over !== null} onPress={() => setAsks(true)}>
        <Trans>Import a file…</Trans>
      </Button>
      {asks && (
        <Sheet
          title={t`Rules from a file`}
          act={findings ? t`Go on with it` : t`Read it`}
          busy={bring.isPending || !file}
          problem={bring.error}
          onAct={() => void (findings ? goOn() : send())}
          onClose={() => (findings ? void goOn() : setAsks(false))}
        >
          {findings ? (
            <div className="stack" role="status">
              <p>
                {findings.length === 0 ? (
                  <Trans>It was read. Nothing stands in its way.</Trans>
                ) : (
                  <Trans>It was read. This is what the hall says of it:</Trans>
                )}
              </p>
              <FindingList findings={findings} sections={form?.sections ?? []} paths />
            </div>
          ) : (
            <div className="stack">
              <p>
                {over ? (
                  <Trans>It takes the place of the draft, whole.</Trans>
                ) : (
                  <Trans>It becomes the version in the making. It holds nowhere yet.</Trans>
                )}
              </p>
              <div className="field">
                <label className="label" htmlFor={id}>
                  <Trans>The file (YAML or JSON)</Trans>
                </label>
                <input
                  className="input"
                  id={id}
                  type="file"
                  accept=".yaml,.yml,.json"
                  onChange={({ target }) => {
                    setFile(target.files?.[0] ?? null)
                    bring.reset()
                  }}
                />
              </div>
            </div>
          )}
        </Sheet>
      )}
    </>
  )
}
