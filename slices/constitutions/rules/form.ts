/** The schema of a constitution as JSON Schema, with the words of its fields in a language. */
import { z } from 'zod'
import type { Asked } from '#kernel/asked.ts'
import type { Sections } from './document.ts'
import type { Say } from './section.ts'

export type JsonSchema = Record<string, unknown>

function isAsked(value: unknown): value is Asked {
  return typeof value === 'object' && value !== null && 'title' in value
}

/** What `asked` said becomes title, description and the form's own `x-` words. */
function putWords(schema: JsonSchema, say: Say): void {
  const { asked } = schema
  delete schema['asked']
  if (!isAsked(asked)) return
  schema['title'] = say(asked.title)
  if (asked.hint) schema['description'] = say(asked.hint)
  if (asked.refersTo) schema['x-refers-to'] = asked.refersTo
  if (asked.as) schema['x-as'] = asked.as
  if (asked.item) schema['x-item'] = say(asked.item)
  if (asked.choices)
    schema['x-choices'] = Object.fromEntries(
      Object.entries(asked.choices).map(([value, words]) => [value, say(words)]),
    )
}

/** One schema for the form. */
export function formOf(schema: z.ZodType, say: Say): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => putWords(jsonSchema, say),
  })
  const { $schema: _, ...rest } = made
  return rest
}

/** The schema of a whole document, as it is published. */
export function documentSchema(sections: Sections, address: string, say: Say): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: address,
    title: 'Constitution',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(
        sections.map(({ name, title, schema }) => [
          name,
          { title: say(title), ...formOf(schema, say) },
        ]),
      ),
    },
    additionalProperties: false,
  }
}
