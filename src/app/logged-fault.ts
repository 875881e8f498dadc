import * as v from 'valibot'

/**
 * Something that went wrong at a boundary: a command's, an alarm's or a message's. `boundary` says
 * which; `message` carries no address, amount or key. `at`: milliseconds since 1970.
 */
export const loggedFault = v.object({
  at: v.number(),
  boundary: v.string(),
  name: v.string(),
  message: v.string(),
})
export type LoggedFault = v.InferOutput<typeof loggedFault>

const KEPT = 50
const LONGEST = 300

/** What could reveal who a person is, or what they own; the longest patterns first. */
const secrets: readonly [RegExp, string][] = [
  [/\b(?:https?|wss?|chrome-extension|moz-extension|blob|data):[^\s'"<>)]*/gi, '<url>'],
  [/\bS[PMTN][0-9A-Z]{28,41}(?:\.[A-Za-z][\w-]*)?/g, '<principal>'],
  // Names of functions and files are as long, but have no digit in them.
  [/(?=[\w+/-]*\d)[\w+/-]{20,}={0,2}/g, '<token>'],
  [/(?:0x)?[0-9a-f]{16,}/gi, '<hex>'],
  [/\d[\d.,_']*\d|\d{2,}/g, '<number>'],
]

/** A text without anything that could be an address, an amount, a key or the host of one. */
export const redact = (text: string): string =>
  secrets
    .reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text.slice(0, 4_000))
    .replace(/\s+/g, ' ')
    .replace(/\p{C}/gu, '')
    .slice(0, LONGEST)

/** An error, or whatever else was thrown, as the log keeps it. */
export function describeFault(boundary: string, error: unknown, at: number): LoggedFault {
  const isError = error instanceof Error
  return {
    at,
    boundary,
    name: redact(isError ? error.name : typeof error),
    message: redact(isError ? error.message : String(error)),
  }
}

/** The log with one more fault: the newest are kept, one that repeats the last only once. */
export function appendFault(log: readonly LoggedFault[], fault: LoggedFault): LoggedFault[] {
  const last = log.at(-1)
  const repeats =
    last?.boundary === fault.boundary && last.name === fault.name && last.message === fault.message
  return [...(repeats ? log.slice(0, -1) : log), fault].slice(-KEPT)
}

/** What a person may pass on when something does not work, as text of a line per fact. */
export const diagnosticsText = (facts: {
  version: string
  browser: string
  network: string
  faults: readonly LoggedFault[]
}): string =>
  [
    `Twinstack ${facts.version}`,
    facts.browser,
    `network: ${facts.network}`,
    `faults: ${facts.faults.length}`,
    ...facts.faults.map(
      ({ at, boundary, name, message }) =>
        `${new Date(at).toISOString()} ${boundary}: ${name}: ${message}`,
    ),
  ].join('\n')
