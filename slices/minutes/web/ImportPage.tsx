/** Importing a saved chat: choose, look, then for good. */
import { Plural, Trans } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemLine } from '#web/kit/Said.tsx'
import { askImport, previewImport } from '../api.ts'
import { PreviewShown } from './PreviewShown.tsx'
import { type Chosen, upload } from './uploading.ts'
import './page.css'
import { Choosing } from './Choosing.tsx'

export function ImportPage() {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const looking = useMutation({ mutationFn: (one: Chosen) => upload(previewImport, one) })
  const asking = useMutation({ mutationFn: (one: Chosen) => upload(askImport, one) })
  const done = asking.data
  return (
    <main id="main" className="page memory">
      <h1 className="doc">
        <Trans>Import a saved chat</Trans>
      </h1>
      <p>
        <Trans>
          The text that BigBlueButton saves of its public chat becomes a past gathering with
          minutes. Names stay as they stand; nobody gets an account by it.
        </Trans>
      </p>
      <Choosing
        pending={looking.isPending}
        look={(one) => {
          setChosen(one)
          asking.reset()
          looking.mutate(one)
        }}
      />
      <ProblemLine cause={looking.error} />
      {looking.data && (
        <PreviewShown
          preview={looking.data}
          pending={asking.isPending}
          take={done || !chosen ? null : () => asking.mutate(chosen)}
        />
      )}
      <ProblemLine cause={asking.error} />
      {done && (
        <output>
          {done.again ? (
            <Trans>This file was imported before. Nothing was changed.</Trans>
          ) : (
            <Plural
              value={done.messages}
              one="Imported with # message."
              other="Imported with # messages."
            />
          )}{' '}
          <a href={`/minutes/${done.minutes}`}>
            <Trans>Read the minutes</Trans>
          </a>
        </output>
      )}
    </main>
  )
}
