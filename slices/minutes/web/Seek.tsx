/** The fields by which one looks: words, kind, circle, days. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Field } from '#web/kit/Field.tsx'
import type { Sought } from './seeking.ts'
import { Circles } from './SeekCircle.tsx'
import { Kinds } from './SeekKind.tsx'

export type Given = { sought: Sought; seek(change: Partial<Sought>): void }

export function Seek({ sought, seek }: Given) {
  const { t } = useLingui()
  return (
    <search className="ask">
      <Field
        label={t`Words`}
        hint={t`In titles, items, decisions and the chat; accents don't matter.`}
        value={sought.words}
        onChange={(words) => seek({ words })}
        type="search"
      />
      <details className="fold">
        <summary>
          <Trans>Narrow it down</Trans>
        </summary>
        <div className="two">
          <Circles sought={sought} seek={seek} />
          <Field
            label={t`From`}
            type="date"
            value={sought.from}
            onChange={(from) => seek({ from })}
          />
          <Field
            label={t`Until`}
            type="date"
            value={sought.till}
            onChange={(till) => seek({ till })}
          />
        </div>
      </details>
      <Kinds sought={sought} seek={seek} />
    </search>
  )
}
