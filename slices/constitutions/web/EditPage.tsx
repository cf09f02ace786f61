/** Rules as a form, with the prose that it makes beside it. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link, Navigate, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Button } from '#web/kit/Button.tsx'
import { refusalName } from '#web/kit/problem.ts'
import { Parts } from '#web/kit/Parts.tsx'
import { ProblemLine, Waiting } from '#web/kit/Said.tsx'
import { useRead } from '#web/kit/useCall.ts'
import { CircleId } from '#slices/circles/api.ts'
import { readConstitution, readDraft, readForm } from '../api.ts'
import { Adopt } from './Adopt.tsx'
import { Clash } from './Clash.tsx'
import { ImportFile } from './ImportFile.tsx'
import { Findings } from './Findings.tsx'
import { Prose } from './Prose.tsx'
import { SectionForm } from './SectionForm.tsx'
import { type Draft, useDraft } from './useDraft.ts'
import { usePreview } from './usePreview.ts'
import styles from './constitutions.module.css'

type Id = `cir_${string}`

export function Page() {
  const { circle } = useParams({ strict: false })
  const id = CircleId.safeParse(circle)
  return id.success ? <Loading id={id.data} /> : <Navigate to="/circles" />
}

function Loading({ id }: { id: Id }) {
  const params = { circle: id }
  const { data, error, isFetching } = useRead(readDraft, { params })
  if (refusalName(error) === 'sign-in-first')
    return <Navigate to="/sign-in" search={{ to: `/circles/${id}/rules/edit` }} />
  const done = data && !isFetching && data.draft?.version.state !== 'draft'
  if (done) return <Navigate to="/circles/$circle/rules" params={params} />
  return (
    <main id="main" className="page">
      <ProblemLine cause={error} />
      {!data && !error && <Waiting />}
      {data?.draft && <Editing key={data.draft.version.id} id={id} draft={data.draft} />}
    </main>
  )
}

function useUndoKeys(undo: (() => void) | null, redo: (() => void) | null) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return
      const act = event.shiftKey ? redo : undo
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [undo, redo])
}

function Editing({ id, draft }: { id: Id; draft: Draft }) {
  const { t } = useLingui()
  const { data: form } = useRead(readForm)
  const { data: rules } = useRead(readConstitution, { params: { circle: id } })
  const edited = useDraft(id, draft)
  const { parts, saved, problem, undo, redo } = edited
  const { preview, problem: unseen } = usePreview(id, parts)
  useUndoKeys(undo, redo)
  const name = rules?.circle.name ?? ''
  return (
    <>
      <header className="page-head">
        <title>{t`Changing the rules of ${name}`}</title>
        <h1>
          <Trans>Changing the rules of {name}</Trans>
        </h1>
        <p>
          <Link to="/circles/$circle/rules" params={{ circle: id }}>
            <Trans>The rules that hold now</Trans>
          </Link>
        </p>
        <div className="acts">
          <Button small isDisabled={!undo} onPress={() => undo?.()}>
            <Trans>Undo</Trans>
          </Button>
          <Button small isDisabled={!redo} onPress={() => redo?.()}>
            <Trans>Do again</Trans>
          </Button>
          <ImportFile circle={id} over={draft.version.id} onRead={() => location.reload()} />
          <output className="hint">
            {saved ? <Trans>The draft is kept.</Trans> : <Trans>Keeping it…</Trans>}
          </output>
        </div>
        <ProblemLine cause={problem ?? unseen} />
        {edited.conflict && (
          <Clash circle={id} parts={parts} conflict={edited.conflict} onSettle={edited.settle} />
        )}
      </header>
      <div className={styles['editor']}>
        <div className="column">
          {form?.sections.map((section, index) => (
            <SectionForm
              key={section.name}
              section={section}
              open={index === 0}
              value={parts[section.name]}
              findings={preview?.findings ?? []}
              named={preview?.named ?? []}
              onChange={(path, to) => edited.put(section.name, path, to)}
            />
          ))}
          <Adopt
            circle={id}
            ready={saved}
            stewards={rules?.may.stewards ?? 1}
            byHand={rules?.may.adopt ?? true}
            today={rules?.today ?? ''}
          />
          {rules?.open && <Parts of="vote" id={`${id}/rules/${rules.open.id}`} />}
        </div>
        <section className={styles['prose']} aria-label={t`The rules as sentences`}>
          {preview && <Findings findings={preview.findings} sections={preview.sections} />}
          {preview ? <Prose sections={preview.sections} /> : <Waiting />}
        </section>
      </div>
    </>
  )
}
