/** Handouts and slides of a gathering, on its page. */
import { Trans } from '@lingui/react/macro'
import { Files } from './Files.tsx'
import { useFiles } from './useFiles.ts'

export function Part({ id }: { id: string }) {
  const holder = { kind: 'gathering', id }
  const { files, may } = useFiles(holder)
  if (!files || (files.length === 0 && !may?.add)) return null
  return <Files holder={holder} title={<Trans>Handouts and slides</Trans>} />
}
