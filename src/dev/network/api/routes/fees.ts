import * as v from 'valibot'
import { ok } from '../../http/answer.ts'
import { parseBody } from '../../http/parameters.ts'
import { get, post, type Route } from '../../http/router.ts'

const feeBody = v.object({
  transaction_payload: v.pipe(v.string(), v.regex(/^(0x)?([0-9a-f]{2})+$/i)),
  estimated_len: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})

/** MicroStx per byte: what a node takes at least, and what a busy network would ask. */
const rates = [1, 3, 10]

/** Fees are by size alone: blocks here are never full. */
export const feeRoutes = (): Route[] => [
  get('/v2/fees/transfer', () => ok(rates[0])),
  post('/v2/fees/transaction', (request) => {
    const { transaction_payload, estimated_len } = parseBody(request, feeBody)
    // What surrounds the payload: version, authorization, post-conditions.
    const bytes = Math.max(estimated_len ?? 0, transaction_payload.length / 2 + 120)
    const cost = {
      read_count: 30,
      read_length: 100_000,
      runtime: 1_000_000,
      write_count: 5,
      write_length: 500,
    }
    return ok({
      estimated_cost: cost,
      estimated_cost_scalar: bytes,
      cost_scalar_change_by_byte: 0.00476837158203125,
      estimations: rates.map((rate) => ({ fee_rate: rate, fee: Math.ceil(bytes * rate) })),
    })
  }),
]
