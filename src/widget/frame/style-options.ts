import * as v from 'valibot'

const like = (form: RegExp) => v.optional(v.pipe(v.string(), v.maxLength(200), v.regex(form)))
const color = like(/^#([\da-f]{3}|[\da-f]{6})$/i)

/**
 * How a page may have a framed widget look: the widget's variables without their prefix, which no
 * style of the page could set in a frame.
 */
export const styleOptions = {
  accent: color,
  'accent-ink': color,
  'bar-from': color,
  'bar-to': color,
  radius: like(/^\d{1,2}px$/),
  font: like(/^[\p{L}\p{N} ,'"-]+$/u),
}

export const isStyleOption = (name: string): boolean => Object.hasOwn(styleOptions, name)

/** Whether a value has the form that this option of looks takes. */
export const isStyleValue = (name: string, value: unknown): boolean =>
  typeof value === 'string' &&
  isStyleOption(name) &&
  v.is(styleOptions[name as keyof typeof styleOptions], value)

/** The variable that a style option sets. */
export const variableOf = (name: string): string => `--twinstack-${name}`
