/** Bringing a file in as a note: choose it, and see what came and what was left behind. */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FileTrigger } from 'react-aria-components'
import { addressOf } from '#kernel/operation.ts'
import { Button } from '#web/kit/Button.tsx'
import { ProblemError } from '#web/kit/problem.ts'
import { ProblemLine } from '#web/kit/Said.tsx'
import { keyOf } from '#web/kit/useCall.ts'
import { listNotes } from '../../api/keeping.ts'
import { type ImportedNote, importNote } from '../../api/exchange.ts'

type Holder = { kind: 'circle' | 'gathering'; id: string }

const TAKEN = ['.etherpad', '.html', '.htm', '.md', '.markdown', '.txt', '.docx', '.json', '.zip']

async function upload(file: File, { kind, id }: Holder): Promise<ImportedNote> {
  const form = new FormData()
  form.set('file', file)
  form.set('kind', kind)
  form.set('id', id)
  const answer = await fetch(addressOf(importNote), { method: 'POST', body: form })
  const json = await answer.json()
  if (!answer.ok) throw new ProblemError(json)
  return json
}

export function Import(holder: Holder) {
  const { t } = useLingui()
  const client = useQueryClient()
  const bring = useMutation({
    mutationFn: (file: File) => upload(file, holder),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(listNotes) }),
  })
  const done = bring.data
  return (
    <div>
      <FileTrigger
        acceptedFileTypes={TAKEN}
        onSelect={(files) => {
          const file = files?.[0]
          if (file) bring.mutate(file)
        }}
      >
        <Button isPending={bring.isPending} aria-label={t`Import a file as a note`}>
          <Trans>Import</Trans>
        </Button>
      </FileTrigger>
      <ProblemLine cause={bring.error} />
      {done && (
        <output>
          <p>
            <a href={`/notes/${done.note}`}>
              <bdi>{done.title}</bdi>
            </a>{' '}
            <Plural value={done.authors.length} one="by # author" other="by # authors" />
          </p>
          {done.left.length > 0 && (
            <ul className="hint">
              {done.left.map(({ what, words }) => (
                <li key={what}>{words}</li>
              ))}
            </ul>
          )}
        </output>
      )}
    </div>
  )
}
