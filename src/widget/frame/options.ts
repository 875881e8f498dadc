import * as v from 'valibot'
import type { FrameHosts } from './frame-hosts.ts'
import { isStyleOption, variableOf } from './style-options.ts'

/**
 * Attributes of a widget as data: what a frame's address and the `configure` message carry. A
 * boolean one is there or not.
 */
export type Options = Readonly<Record<string, string | boolean | undefined>>

/** A widget that can be framed. */
export interface FramedWidget {
  readonly tag: keyof HTMLElementTagNameMap
  /** Its attributes, each with its form; all are optional. */
  readonly options: v.StrictObjectSchema<
    Record<string, v.GenericSchema<string | boolean | undefined>>,
    undefined
  >
  /** Events that are passed on to the page around the frame. */
  readonly events: readonly string[]
  /** Options that may be combined, with hosts that may be asked. */
  allowed(options: Options, hosts: FrameHosts): Options
  /**
   * What the visitor has typed by now, from an event's detail, as options; the page outside the
   * frame starts with it.
   */
  typed(detail: Readonly<Record<string, unknown>>, options: Options): Options
}

export const optionNames = ({ options }: FramedWidget): string[] => Object.keys(options.entries)

/** Options without a snapshot that may not be read. */
export const withoutForeignSnapshot = (options: Options, { mayRead }: FrameHosts): Options => {
  const { 'snapshot-url': snapshot, ...others } = options
  return typeof snapshot === 'string' && mayRead(snapshot) ? options : others
}

/** Sets these options on a widget, as attributes and variables, and removes all others. */
export function applyOptions(element: HTMLElement, framed: FramedWidget, options: Options): void {
  for (const name of optionNames(framed)) {
    const value = options[name]
    if (isStyleOption(name)) element.style.setProperty(variableOf(name), String(value ?? ''))
    else if (value === undefined || value === false) element.removeAttribute(name)
    else element.setAttribute(name, value === true ? '' : value)
  }
}

/** Without those of looks: where a visitor signs, no address may choose what can be read. */
export const withoutStyles = (options: Options): Options =>
  Object.fromEntries(Object.entries(options).filter(([name]) => !isStyleOption(name)))

/** Options as the query of a frame's address, and back. Unknown or wrong values are left out. */
export function serializeOptions(options: Options): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(options))
    if (value !== undefined && value !== false && value !== '') query.set(name, String(value))
  return query
}

export function parseOptions(
  framed: FramedWidget,
  query: URLSearchParams,
  hosts: FrameHosts,
): Options {
  const options: Record<string, string | boolean | undefined> = {}
  for (const [name, form] of Object.entries(framed.options.entries)) {
    const value = query.get(name)
    if (value === null) continue
    const parsed = v.safeParse(form, name === 'compact' ? value !== 'false' : value)
    if (parsed.success) options[name] = parsed.output
  }
  return framed.allowed(options, hosts)
}
