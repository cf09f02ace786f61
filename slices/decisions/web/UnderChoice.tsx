/** Under which other rules: a version, a model, another circle's, another method, or a change. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Output } from '#kernel/operation.ts'
import { Select } from '#web/kit/Select.tsx'
import { dayIn } from '#web/kit/When.tsx'
import type { otherRules } from '../api/what-if.ts'
import type { Under } from './useWhatIf.ts'
import styles from './what-if.module.css'

type Rules = Output<typeof otherRules>
type Way =
  | 'none'
  | 'method'
  | 'change'
  | `model ${string}`
  | `version ${string}`
  | `rules ${string}`

function wayOf({ model, version, rulesOf, method, quorum, threshold }: Under): Way {
  if (version) return `version ${version}`
  if (model) return `model ${model}`
  if (rulesOf) return `rules ${rulesOf}`
  if (quorum ?? threshold) return 'change'
  return method ? 'method' : 'none'
}

function useWays({ versions, models, others }: Rules) {
  const { t, i18n } = useLingui()
  const versionName = ({ number, state, day }: Rules['versions'][number]) => {
    const from = day ? dayIn(`${day}T12:00:00Z`, 'UTC', i18n.locale) : ''
    if (state === 'draft') return t`The version in the making`
    if (state === 'proposed') return t`The version put forward, from ${from}`
    return t`Version ${number}, from ${from}`
  }
  return [
    { value: 'none', label: t`Choose…` },
    { value: 'change', label: t`Their own rules, changed` },
    { value: 'method', label: t`Another method of counting, where options are chosen` },
    ...versions.map((one) => ({ value: `version ${one.version}`, label: versionName(one) })),
    ...models.map(({ model, name }) => ({ value: `model ${model}`, label: t`Model: ${name}` })),
    ...others.map(({ circle, name }) => ({
      value: `rules ${circle}`,
      label: t`The rules of ${name}`,
    })),
  ]
}

/** The choice of a part: as it was, or such a one. */
function useParts() {
  const { t } = useLingui()
  return {
    quorum: [
      { value: '', label: t`As it was` },
      { value: 'none', label: t`None` },
      { value: '1/10', label: t`a tenth of the roll` },
      { value: '1/4', label: t`a quarter of the roll` },
      { value: '1/3', label: t`a third of the roll` },
      { value: '1/2', label: t`half of the roll` },
      { value: '2/3', label: t`two thirds of the roll` },
      { value: '3/4', label: t`three quarters of the roll` },
    ],
    threshold: [
      { value: '', label: t`As it was` },
      { value: '1/2 more', label: t`more than half` },
      { value: '3/5', label: t`three fifths` },
      { value: '2/3', label: t`two thirds` },
      { value: '3/4', label: t`three quarters` },
      { value: '9/10', label: t`nine tenths` },
      { value: '1', label: t`all` },
    ],
  }
}

const START: Under = { quorum: '1/2' }

export function UnderChoice({
  rules,
  under,
  onChange,
}: {
  rules: Rules
  under: Under
  onChange: (to: Under) => void
}) {
  const { t } = useLingui()
  const [way, setWay] = useState<string>(wayOf(under))
  const ways = useWays(rules)
  const parts = useParts()
  const { quorum, threshold, strict, method } = under
  function choose(to: string) {
    setWay(to)
    const [of, which] = to.split(' ')
    const found = {
      none: {},
      change: START,
      method: { method: rules.methods[0]?.method },
      model: { model: rules.models.find(({ model }) => model === which)?.model },
      version: { version: rules.versions.find(({ version }) => version === which)?.version },
      rules: { rulesOf: rules.others.find(({ circle }) => circle === which)?.circle },
    }
    onChange(new Map<string, Under>(Object.entries(found)).get(of ?? '') ?? {})
  }
  function change(more: { quorum?: string; threshold?: string }) {
    const text = more.threshold ?? `${threshold ?? ''}${strict === 'true' ? ' more' : ''}`
    const [reach = '', more2] = text.split(' ')
    const held = more.quorum ?? quorum ?? ''
    onChange({
      ...(held ? { quorum: held } : {}),
      ...(reach ? { threshold: reach, strict: more2 ? 'true' : 'false' } : {}),
    })
  }
  return (
    <fieldset className={styles['choice']}>
      <legend className="sr">
        <Trans>Under which other rules?</Trans>
      </legend>
      <Select label={t`Under`} value={way} onChange={choose} choices={ways} />
      {way === 'method' && (
        <Select
          label={t`Method`}
          value={method ?? ''}
          onChange={(to) => onChange({ method: to })}
          choices={rules.methods.map((one) => ({ value: one.method, label: one.name }))}
        />
      )}
      {way === 'change' && (
        <>
          <Select
            label={t`Quorum`}
            value={quorum ?? ''}
            onChange={(to) => change({ quorum: to })}
            choices={parts.quorum}
          />
          <Select
            label={t`In favour, of a question`}
            value={threshold ? `${threshold}${strict === 'true' ? ' more' : ''}` : ''}
            onChange={(to) => change({ threshold: to })}
            choices={parts.threshold}
          />
        </>
      )}
    </fieldset>
  )
}
