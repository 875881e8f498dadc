import { validateStacksAddress } from '@stacks/transactions'
import * as v from 'valibot'
import { isPrincipal } from '../../../chain/stacks/principal.ts'
import { badRequest } from './answer.ts'
import type { RouteRequest } from './router.ts'

/** A parameter that must be a Stacks principal; an address alone with `address`. */
export const requirePrincipal = (text: string | undefined): string => {
  if (text === undefined || !isPrincipal(text))
    throw badRequest(`Invalid Stacks address: ${text ?? 'none given'}`)
  return text
}

export const requireAddress = (text: string | undefined): string => {
  if (text === undefined || !validateStacksAddress(text))
    throw badRequest(`Invalid Stacks address: ${text ?? 'none given'}`)
  return text
}

/** `address` and `name` of the path as a contract id. */
export const contractIdOf = ({ params }: RouteRequest): string =>
  requirePrincipal(`${params.address}.${params.name}`)

/** A transaction id with 0x, in lower case. */
export const requireTxid = (text: string | undefined): string => {
  const hex = /^(?:0x)?([0-9a-f]{64})$/i.exec(text ?? '')?.[1]
  if (!hex) throw badRequest(`Invalid transaction id: ${text ?? 'none given'}`)
  return `0x${hex.toLowerCase()}`
}

export const requireHeight = (text: string | undefined): number => {
  if (!/^\d{1,12}$/.test(text ?? '')) throw badRequest(`Invalid height: ${text ?? 'none given'}`)
  return Number(text)
}

const whole = (text: string | null, fallback: number): number => {
  if (text === null || text === '') return fallback
  if (!/^\d{1,12}$/.test(text)) throw badRequest('`limit` and `offset` must be integers')
  return Number(text)
}

export type Page = { limit: number; offset: number }

const USUAL = 20

/** `limit` (20 by default, at most `most`) and `offset` of a query. */
export const pageOf = (
  { query }: RouteRequest,
  most = 50,
  usual = USUAL,
  names: { limit: string; offset: string } = { limit: 'limit', offset: 'offset' },
): Page => {
  // The API takes 0 for its shortest usual page.
  const limit = whole(query.get(names.limit), usual) || USUAL
  if (limit > most) throw badRequest(`querystring/${names.limit} must be <= ${most}`)
  return { limit, offset: whole(query.get(names.offset), 0) }
}

/** One page of a list that is kept oldest first, newest first. */
export const newestPage = <T>(list: readonly T[], { limit, offset }: Page): T[] => {
  const end = Math.max(list.length - offset, 0)
  return list.slice(Math.max(end - limit, 0), end).reverse()
}

/** The JSON body, checked by a schema. */
export const parseBody = <S extends v.GenericSchema>(
  { body: bytes }: RouteRequest,
  schema: S,
): v.InferOutput<S> => {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes) || '{}')
  } catch {
    throw badRequest('The body is not JSON')
  }
  const parsed = v.safeParse(schema, json)
  if (!parsed.success) {
    const [issue] = parsed.issues
    throw badRequest(`${v.getDotPath(issue) ?? 'body'}: ${issue.message}`)
  }
  return parsed.output
}
