import type * as v from 'valibot'

/** What of valibot's schemas and actions is looked at; each has the fields of its `type`. */
interface Part {
  kind: string
  type: string
  entries?: Record<string, Part>
  item?: Part
  items?: readonly Part[]
  value?: Part
  wrapped?: Part
  default?: unknown
  options?: readonly unknown[]
  literal?: unknown
  requirement?: unknown
  pipe?: readonly Part[]
}

const indent = (text: string): string => text.replaceAll('\n', '\n  ')
const lines = (rows: readonly string[]): string => rows.map((row) => `\n  ${indent(row)}`).join('')

/** A picklist's and a default's values, as JSON. */
const literal = (value: unknown): string =>
  JSON.stringify(typeof value === 'function' ? (value as () => unknown)() : value)

/**
 * A schema in words, one field a line, so that a diff shows what changed of it; `names`: what
 * stands for schemas whose values follow from elsewhere.
 */
export function describeSchema(
  schema: v.GenericSchema<unknown>,
  names: ReadonlyMap<unknown, string> = new Map(),
): string {
  /** A bound that is changed is another form, too. */
  const withChecks = (part: Part): string => {
    const name = names.get(part)
    if (name !== undefined) return name
    const [, ...actions] = part.pipe ?? [part]
    const checks = actions.map(({ type, requirement, kind }) => {
      if (kind === 'schema' || requirement === undefined || type === 'check') return ` → ${type}`
      const bound = requirement instanceof RegExp ? String(requirement) : literal(requirement)
      return ` → ${type} ${bound}`
    })
    return plain(part.pipe?.[0] ?? part) + checks.join('')
  }
  const plain = (part: Part): string => {
    switch (part.type) {
      case 'object':
      case 'loose_object':
      case 'strict_object': {
        const rows = Object.entries(part.entries!).map(([key, of]) => `${key}: ${withChecks(of)}`)
        return `${part.type === 'object' ? '' : part.type}{${lines(rows)}\n}`
      }
      case 'array':
        return `array of ${withChecks(part.item!)}`
      case 'tuple':
        return `tuple of${lines(part.items!.map(withChecks))}`
      case 'record':
        return `record of ${withChecks(part.value!)}`
      case 'nullable':
        return `null or ${withChecks(part.wrapped!)}`
      case 'optional':
      case 'exact_optional':
        return part.default === undefined
          ? `optional ${withChecks(part.wrapped!)}`
          : `optional (${literal(part.default)}) ${withChecks(part.wrapped!)}`
      case 'picklist':
        return part.options!.map(literal).join(' | ')
      case 'literal':
        return literal(part.literal)
      case 'union':
      case 'variant':
        return `one of${lines((part.options as Part[]).map(withChecks))}`
      default:
        return part.type
    }
  }
  return `${withChecks(schema as unknown as Part)}\n`
}
