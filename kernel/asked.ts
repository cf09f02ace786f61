/**
 * What a form asks for. Rules say it beside the schema of a field, in marked words; the server turns
 * the schema into JSON Schema with these words in the reader's language, and the web draws the form.
 */
import type { z } from 'zod'

export type Marked = { id: string; message: string }

export type Asked = {
  title: Marked
  /** One sentence that helps to fill it in. */
  hint?: Marked
  /** The words for the values of an enum, or for the `kind` of a union. */
  choices?: Record<string, Marked>
  /** The kind of thing whose key stands here (`class`, `role`): the form offers what there is. */
  refersTo?: string
  /** How it is drawn where the type alone does not say: `long` text, a `fraction`, `money` in cents. */
  as?: 'long' | 'fraction' | 'money'
  /** What one item of a list is called, on the button that adds one. */
  item?: Marked
}

/** The schema, with the words of its field. */
export function asked<Schema extends z.ZodType>(schema: Schema, words: Asked): Schema {
  return schema.meta({ asked: words })
}
