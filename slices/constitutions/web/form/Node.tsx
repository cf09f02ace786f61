/** One field of a section, drawn from its schema. */
import { Choice } from './Choice.tsx'
import { Checks } from './Checks.tsx'
import { Fraction } from './Fraction.tsx'
import { List } from './List.tsx'
import { Money } from './Money.tsx'
import { Numeral } from './Numeral.tsx'
import { OrNone } from './OrNone.tsx'
import { Things } from './Things.tsx'
import { type FieldSchema, type Json, kindsOf, orNone } from './schema.ts'
import { Tick } from './Tick.tsx'
import { Union } from './Union.tsx'
import { Words } from './Words.tsx'

export type NodeProps = {
  schema: FieldSchema
  value: Json | undefined
  path: readonly string[]
  onChange: (path: readonly string[], to: Json) => void
}

export function Node(props: NodeProps) {
  const { schema } = props
  const inner = orNone(schema)
  if (inner) return <OrNone {...props} inner={inner} />
  const names = Object.keys(schema.properties ?? {})
    .toSorted()
    .join()
  if (names === 'in,of') return <Fraction {...props} />
  if (names === 'currency,minor') return <Money {...props} />
  if (kindsOf(schema).length > 0) return <Union {...props} />
  if (schema.properties) return <Things {...props} />
  if (schema.type === 'array') {
    const named = schema.items?.enum || schema['x-refers-to'] || schema.items?.['x-refers-to']
    return named ? <Checks {...props} /> : <List {...props} />
  }
  if (schema.type === 'boolean') return <Tick {...props} />
  if (schema.enum || schema['x-refers-to']) return <Choice {...props} />
  if (schema.type === 'integer' || schema.type === 'number') return <Numeral {...props} />
  return <Words {...props} />
}
