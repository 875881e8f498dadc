import * as v from 'valibot'
import { failed, type Answer } from '../http/answer.ts'
import type { Cache } from '../http/cache.ts'
import type { HttpClient, HttpOptions, HttpRequest } from '../http/client.ts'
import type { ReadOptions } from './read-options.ts'
import type { StacksTip } from './stacks-read.ts'

/** Asks a path and parses its answer, from the cache where that may serve. */
export type AskCached = <S extends v.GenericSchema>(
  schema: S,
  request: HttpRequest,
  options?: ReadOptions,
) => Promise<Answer<v.InferOutput<S>>>

/**
 * Requests whose answers are parsed by a schema and cached by Bitcoin block. Nothing is cached
 * until `setTip` has said which block the answers belong to.
 */
export const createCachedRequests = (http: HttpClient, cache: Cache) => {
  let tip: StacksTip | undefined
  let hits = 0

  /** One request, parsed; never cached. */
  const ask = <S extends v.GenericSchema>(
    schema: S,
    request: HttpRequest,
    options?: HttpOptions,
  ): Promise<Answer<v.InferOutput<S>>> =>
    http.request(
      request,
      (json) => {
        const parsed = v.safeParse(schema, json)
        return parsed.success ? parsed.output : undefined
      },
      options,
    )

  /**
   * Caches the JSON of an answer rather than its parsed form, so that a hit passes the schema too.
   */
  const askCached = async <S extends v.GenericSchema>(
    schema: S,
    request: HttpRequest,
    options: ReadOptions = {},
  ): Promise<Answer<v.InferOutput<S>>> => {
    const { validBlocks = 0, fresh = false, mayAsk = () => true, ...httpOptions } = options
    const key = `${request.path} ${request.body === undefined ? '' : JSON.stringify(request.body)}`
    if (tip && validBlocks > 0 && !fresh) {
      const parsed = v.safeParse(schema, cache.get(key, tip, validBlocks))
      if (parsed.success) {
        hits += 1
        return { ok: true, value: parsed.output }
      }
    }
    if (!mayAsk()) return failed('rate-limited')
    const askedAt = tip
    let raw: unknown
    const answer = await http.request(
      request,
      (json) => {
        const parsed = v.safeParse(schema, json)
        if (!parsed.success) return undefined
        raw = json
        return parsed.output
      },
      httpOptions,
    )
    if (answer.ok && askedAt && validBlocks > 0 && raw !== undefined) cache.set(key, askedAt, raw)
    return answer
  }

  return {
    ask,
    askCached,
    tip: () => tip,
    setTip: (next: StacksTip): void => {
      tip = next
    },
    /** Marks stored with the readings, valid for as many Bitcoin blocks as the reader says. */
    note: {
      get: (key: string, blocks: number): unknown =>
        tip ? cache.get(`note ${key}`, tip, blocks) : undefined,
      set: (key: string, value: unknown): void =>
        void (tip && cache.set(`note ${key}`, tip, value)),
    },
    /** Readings served from the cache. */
    hits: () => hits,
  }
}
export type CachedRequests = ReturnType<typeof createCachedRequests>
