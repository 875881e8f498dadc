import type { ApiAnswer } from './answer.ts'

/**
 * `/v1/contract/{id}` and the API's status live on; everything else of v1 is to go, and the blocks
 * of v2.
 */
const alive = /^\/extended\/v1\/(contract\/[^/]+|status)$/
const deprecated = /^\/extended\/(v1\/|v2\/(burn-)?blocks(\/|$))/

/** Whether the API has announced that it will switch this path off. */
const isDeprecated = (path: string): boolean => deprecated.test(path) && !alive.test(path)

/** What every answer of a deprecated path carries today. */
const deprecationHeaders = {
  warning: '299 - "Deprecated: See https://docs.hiro.so/stacks/api for more information"',
}

/** The answer of a deprecated path once it is switched off. */
const goneAnswer: ApiAnswer = {
  status: 410,
  json: {
    error: 'Gone',
    message:
      'This endpoint has been disabled. See https://docs.hiro.so/stacks/api for more information',
  },
}

/** Whether the API still serves its deprecated paths. */
export const createDeprecation = () => {
  let served = true
  return {
    set: (next: boolean) => {
      served = next
    },
    /** The answer instead of the path's own, or the headers to add to it. */
    of: (path: string): { answer?: ApiAnswer; headers: Record<string, string> } => {
      if (!isDeprecated(path)) return { headers: {} }
      return served
        ? { headers: deprecationHeaders }
        : { answer: goneAnswer, headers: deprecationHeaders }
    },
  }
}
export type Deprecation = ReturnType<typeof createDeprecation>
