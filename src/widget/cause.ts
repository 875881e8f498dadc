/**
 * What lies under a failure, for a log: a code of ours or the browser's own text; undefined: the
 * failure's code says it all.
 */
export const causeOf = (error: unknown): string | undefined => {
  if (error === undefined) return undefined
  return error instanceof Error ? error.message : String(error)
}
