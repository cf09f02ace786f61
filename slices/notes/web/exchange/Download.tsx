/** Taking a note along: a menu of formats. Each says beforehand what it would leave behind. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#web/kit/Button.tsx'
import { MenuButton } from '#web/kit/Menu.tsx'
import { addressOf } from '#kernel/operation.ts'
import { exportNote, FORMATS_OUT, type FormatOut } from '../../api/exchange.ts'

type Props = {
  note: string
  version?: number
  small?: boolean
  /** Whether one may take along what is said about it. */
  comments?: boolean
}
type Query = { version?: number; comments?: '1' }

function save(note: string, format: FormatOut, query: Query): void {
  const link = document.createElement('a')
  link.href = addressOf(exportNote, { note, format }, query)
  link.download = ''
  link.click()
}

export function Download({ note, version, small = false, comments = false }: Props) {
  const { t } = useLingui()
  const words: Record<FormatOut, string> = {
    md: t`Markdown, with its pictures`,
    html: t`A web page, to read and print`,
    docx: t`A text document (docx)`,
    etherpad: t`A pad for Etherpad, with its authors`,
    json: t`Everything, for another hall (JSON)`,
  }
  return (
    <MenuButton
      label={t`Download`}
      placement="bottom end"
      choices={[
        ...FORMATS_OUT.map((format) => ({
          id: format,
          label: words[format],
          run: () => save(note, format, version === undefined ? {} : { version }),
        })),
        ...(comments
          ? [
              {
                id: 'comments',
                label: t`A web page with its comments`,
                run: () => save(note, 'html', { comments: '1' }),
              },
            ]
          : []),
      ]}
    >
      <Button small={small}>
        <Trans>Download</Trans>
      </Button>
    </MenuButton>
  )
}
