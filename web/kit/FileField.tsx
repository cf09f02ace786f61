/** Choosing one file. */
import { useId } from 'react'

type Props = { label: string; accept: string; onFile: (file: File) => void }

export function FileField({ label, accept, onFile }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        className="input"
        id={id}
        type="file"
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
        }}
      />
    </div>
  )
}
