/** A field of a query: its name in the answer, its arguments, and its selected parts. */
export interface QueryField {
  alias: string
  name: string
  args: Record<string, unknown>
  fields: QueryField[]
}

/** A query that the node refuses: in its words, with the column concerned. */
export class BadQuery extends Error {
  readonly column: number
  /** The field whose work failed. */
  readonly path: string | null
  constructor(text: string, column = 1, path: string | null = null) {
    super(text)
    this.column = column
    this.path = path
  }
}

const TOKEN =
  /\s*(?:#[^\n]*\n\s*)*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|[A-Za-z_]\w*|\$\w+|[{}()[\]:,!=])/y

const tokens = (text: string): string[] => {
  const list: string[] = []
  TOKEN.lastIndex = 0
  for (;;) {
    const from = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (!match) {
      if (text.slice(from).trim() === '') return list
      throw new BadQuery(`Unexpected text at ${from}`)
    }
    if (match[1] !== ',') list.push(match[1]!)
  }
}

/**
 * Reads the part of GraphQL that node queries use: one query with fields, arguments, aliases and
 * variables.
 */
export const parseQuery = (
  text: string,
  variables: Readonly<Record<string, unknown>> = {},
): QueryField[] => {
  const list = tokens(text)
  let at = 0
  const peek = () => list[at]
  const take = (expected?: string): string => {
    const token = list[at++]
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new BadQuery(`Expected ${expected ?? 'more'}, found ${token ?? 'the end'}`)
    return token
  }
  const value = (): unknown => {
    const token = take()
    if (token === '[') {
      const items: unknown[] = []
      while (peek() !== ']') items.push(value())
      take(']')
      return items
    }
    if (token.startsWith('$')) return variables[token.slice(1)]
    if (token.startsWith('"')) return JSON.parse(token) as string
    if (token === 'true' || token === 'false') return token === 'true'
    if (token === 'null') return null
    if (/^-?\d/.test(token)) return Number(token)
    return token
  }
  const args = (): Record<string, unknown> => {
    if (peek() !== '(') return {}
    take('(')
    const found: Record<string, unknown> = {}
    while (peek() !== ')') {
      const name = take()
      take(':')
      found[name] = value()
    }
    take(')')
    return found
  }
  const selection = (): QueryField[] => {
    take('{')
    const fields: QueryField[] = []
    while (peek() !== '}') {
      const first = take()
      if (!/^[A-Za-z_]/.test(first)) throw new BadQuery(`Expected a field, found ${first}`)
      let name = first
      if (peek() === ':') {
        take(':')
        name = take()
      }
      fields.push({ alias: first, name, args: args(), fields: peek() === '{' ? selection() : [] })
    }
    take('}')
    return fields
  }
  if (peek() === 'query') {
    while (peek() !== '{') take()
  }
  const fields = selection()
  if (at !== list.length) throw new BadQuery(`Unexpected ${peek()}`)
  return fields
}

/** The selected parts of a value; a field that it lacks is an error. */
export const pickFields = (value: unknown, fields: readonly QueryField[]): unknown => {
  if (fields.length === 0 || value === null || value === undefined) return value ?? null
  if (Array.isArray(value)) return value.map((item) => pickFields(item, fields))
  return Object.fromEntries(
    fields.map(({ alias, name, fields: inner }) => {
      if (!Object.hasOwn(value, name)) throw new BadQuery(`Unknown field "${name}" on type.`)
      return [alias, pickFields((value as Record<string, unknown>)[name], inner)]
    }),
  )
}
