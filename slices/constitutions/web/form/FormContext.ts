/** What all fields of a form share: what is wrong where, and what there is to refer to. */
import { createContext, useContext } from 'react'

export type FormWords = {
  section: string
  /** What the hall says of the field at a path within the section. */
  saidAt(path: string): { severity: 'error' | 'warning'; sentence: string }[]
  /** What there is of a kind, to refer to. */
  thereIs(kind: string): { key: string; name: string }[]
}

const nothing: FormWords = { section: '', saidAt: () => [], thereIs: () => [] }
export const FormContext = createContext<FormWords>(nothing)
export const useForm = () => useContext(FormContext)

/** The id of what is said about a field, and the id of the field itself. */
export const idAt = (section: string, path: readonly string[]) => ['f', section, ...path].join('-')
