import * as v from 'valibot'

const text = v.pipe(v.string(), v.maxLength(2_000))

/** Attributes of `<dual-stacking-boost>` as data: what a frame's address and the `configure` message carry. `compact` is there or not. */
export const frameOptions = v.strictObject({
  address: v.optional(text),
  network: v.optional(text),
  sbtc: v.optional(text),
  stx: v.optional(text),
  'golden-ratio': v.optional(text),
  theme: v.optional(v.picklist(['light', 'dark', 'auto'])),
  locale: v.optional(text),
  actions: v.optional(v.picklist(['none', 'enroll', 'all'])),
  'snapshot-url': v.optional(text),
  'api-url': v.optional(text),
  compact: v.optional(v.boolean()),
})
export type FrameOptions = v.InferOutput<typeof frameOptions>
export const optionNames = Object.keys(frameOptions.entries) as (keyof FrameOptions)[]

/** Sets a widget's attributes; what is not named stays as it is. */
export function apply(element: Element, options: FrameOptions): void {
  for (const [name, value] of Object.entries(options)) {
    if (typeof value === 'boolean') element.toggleAttribute(name, value)
    else if (value !== undefined) element.setAttribute(name, value)
  }
}

/** Options as the query of a frame's address, and back. Unknown or wrong values are left out. */
export function toQuery(options: FrameOptions): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(options)) if (value !== undefined && value !== false && value !== '') query.set(name, String(value))
  return query
}

export function fromQuery(query: URLSearchParams): FrameOptions {
  const options: Record<string, unknown> = {}
  for (const name of optionNames) {
    const value = query.get(name)
    if (value === null) continue
    const parsed = v.safeParse(frameOptions.entries[name] as v.GenericSchema, name === 'compact' ? value !== 'false' : value)
    if (parsed.success) options[name] = parsed.output
  }
  return options as FrameOptions
}
