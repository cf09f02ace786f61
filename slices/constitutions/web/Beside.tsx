/** Beside the rules: what is in the making, the versions, the files. */
import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Button } from '#web/kit/Button.tsx'
import { Begin } from './Begin.tsx'
import { Making } from './Making.tsx'
import type { Rules } from './ReadPage.tsx'
import { useDay } from './useDay.ts'
import styles from './constitutions.module.css'

type Version = Rules['versions'][number]

function VersionRow({
  circle,
  version,
  before,
}: {
  circle: `cir_${string}`
  version: Version
  before: Version | undefined
}) {
  const { number, why, id } = version
  const day = useDay()(version.day)
  return (
    <li>
      <div>
        <Link
          to="/circles/$circle/rules"
          params={{ circle }}
          search={{ version: id }}
          className="what"
        >
          <Trans>Version {number}</Trans>
        </Link>
        <p className="hint">
          <Trans>from {day} on</Trans>
        </p>
        {why && <p>{why}</p>}
      </div>
      {before && (
        <Link
          to="/circles/$circle/rules/compare"
          params={{ circle }}
          search={{ before: before.id, after: id }}
        >
          <Trans>What it changed</Trans>
        </Link>
      )}
    </li>
  )
}

export function Beside({ rules }: { rules: Rules }) {
  const { t } = useLingui()
  const { circle, of, open, may, versions, shown } = rules
  const owner = (of ?? circle).id
  const base = shown && `/api/circles/${owner}/constitution/versions/${shown.id}/file`
  return (
    <div className={`column ${styles['beside']}`}>
      {open && <Making rules={rules} open={open} />}
      {may.change && !open && (
        <Begin circle={circle.id} own={versions.length > 0 && owner === circle.id} />
      )}
      {versions.length > 0 && (
        <section className="place" aria-labelledby="versions-h">
          <h2 id="versions-h">
            <Trans>Versions</Trans>
          </h2>
          <ol className="rows">
            {versions.map((version, index) => (
              <VersionRow
                key={version.id}
                circle={owner}
                version={version}
                before={versions[index + 1]}
              />
            ))}
          </ol>
        </section>
      )}
      {base && (
        <section className="place" aria-labelledby="leave-h">
          <h2 id="leave-h">
            <Trans>On paper, as data</Trans>
          </h2>
          <div className="acts">
            <Button small onPress={() => print()}>
              <Trans>Print</Trans>
            </Button>
            <a href={`${base}?as=yaml`}>YAML</a>
            <a href={`${base}?as=json`}>JSON</a>
            <a href="/api/constitution.schema.json">{t`Schema`}</a>
          </div>
        </section>
      )}
    </div>
  )
}
