/** An address to copy: the whole of it is chosen with the focus. */

export function Address({ label, value }: { label: string; value: string }) {
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input className="input" readOnly value={value} onFocus={(event) => event.target.select()} />
    </label>
  )
}
