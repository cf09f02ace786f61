/** A field: its label above it, its hint below, its mistake beside it. */
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from 'react-aria-components'

type Props = TextFieldProps & {
  label: string
  hint?: string
  mistake?: string | undefined
  lines?: number
  placeholder?: string
}

export function Field({ label, hint, mistake, lines, placeholder, ...rest }: Props) {
  return (
    <TextField {...rest} isInvalid={mistake !== undefined} className="field">
      <Label className="label">{label}</Label>
      {lines ? (
        <TextArea className="input" rows={lines} {...(placeholder ? { placeholder } : {})} />
      ) : (
        <Input className="input" {...(placeholder ? { placeholder } : {})} />
      )}
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      {mistake && <FieldError className="problem">{mistake}</FieldError>}
    </TextField>
  )
}
