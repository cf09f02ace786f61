/** A payment as a picture that banking apps read. */
import { Trans, useLingui } from '@lingui/react/macro'
import { encode } from 'uqr'

export function PayCode({ code }: { code: string }) {
  const { t } = useLingui()
  const { data, size } = encode(code, { ecc: 'M', border: 2 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return (
    <figure className="stack">
      <svg
        className="pay-code"
        viewBox={`0 0 ${size} ${size}`}
        role="img"
        aria-label={t`The payment as a picture for banking apps; it says the same as the words beside it`}
        shapeRendering="crispEdges"
      >
        <path d={path} fill="#000" />
      </svg>
      <figcaption className="hint">
        <Trans>Banking apps in Europe read this: account, amount and reference at once.</Trans>
      </figcaption>
    </figure>
  )
}
