import * as v from 'valibot'
import type { StacksControl } from '../../control/control.ts'
import { undoneStatuses } from '../../host/operation.ts'
import { HttpError, ok, type ApiAnswer } from '../../http/answer.ts'
import { requireAddress, parseBody, requirePrincipal, requireTxid } from '../../http/parameters.ts'
import { get, post, type Route, type RouteRequest } from '../../http/router.ts'
import { dropStatuses } from '../../node/mempool.ts'

const amount = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.regex(/^\d{1,30}$/, 'must be a whole number'),
  v.transform((text) => BigInt(text)),
)
const count = v.object({
  count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)), 1),
})
const microStxTo = v.object({ address: v.string(), microStx: amount })
const satsTo = v.object({ address: v.string(), sats: amount })
const lock = v.object({
  address: v.string(),
  microStx: amount,
  cycles: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))),
})
const target = v.object({ functionName: v.pipe(v.string(), v.regex(/^[a-z-]{1,128}$/)) })
const drop = v.object({
  txid: v.string(),
  status: v.optional(v.picklist(dropStatuses)),
  by: v.optional(v.string()),
})
const undone = v.object({
  txid: v.string(),
  status: v.optional(v.picklist(undoneStatuses)),
  result: v.optional(v.pipe(v.string(), v.regex(/^0x([0-9a-f]{2})+$/, 'must be hex'))),
})
const reorganisation = v.object({
  blocks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  forget: v.optional(v.boolean(), false),
})
const lag = v.object({
  blocks: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000)),
})
const budget = v.object({ runtime: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))) })
const onOff = v.object({ on: v.boolean() })
const rate = v.object({ perMinute: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))) })
const faultKinds = ['down', 'slow', 'error', 'nonsense', 'busy'] as const
const fault = v.object({
  kind: v.nullable(v.picklist(faultKinds)),
  delayMs: v.optional(v.number()),
  paths: v.optional(v.string()),
})

/** Answers with what `work` gives; what the chain refuses is a 409 with its sentence. */
const attempt = async (work: () => unknown): Promise<ApiAnswer> => {
  try {
    return ok((await work()) ?? { ok: true })
  } catch (failure) {
    throw failure instanceof HttpError
      ? failure
      : new HttpError(409, failure instanceof Error ? failure.message : String(failure))
  }
}

const command = <S extends v.GenericSchema>(
  name: string,
  schema: S,
  work: (input: v.InferOutput<S>) => unknown,
): Route =>
  post(`/control/${name}`, (request: RouteRequest) => {
    const input = parseBody(request, schema)
    return attempt(() => work(input))
  })

/** The network's own paths, for developers and tests: JSON in, JSON out. */
export const controlRoutes = (control: StacksControl): Route[] => [
  get('/control/status', () => ok(control.status())),
  command('mine', v.object({}), async () => ({ txids: await control.mine() })),
  command('drop', drop, ({ txid, status, by }) =>
    control.drop(requireTxid(txid), status, by === undefined ? null : requireTxid(by)),
  ),
  command('mine-undone', undone, ({ txid, status, result }) =>
    control.mineUndone(requireTxid(txid), status, result),
  ),
  command('reorganise', reorganisation, ({ blocks, forget }) =>
    control.reorganise(blocks, { forget }),
  ),
  command('api-lag', lag, ({ blocks }) => control.setApiLag(blocks)),
  command('burn', count, (input) => control.mineBurn(input.count)),
  command('stacks', count, (input) => control.mineStacks(input.count)),
  command('faucet/stx', microStxTo, async ({ address: to, microStx }) => ({
    txid: await control.faucetStx(requireAddress(to), microStx),
  })),
  command('faucet/sbtc', satsTo, async ({ address: to, sats }) => ({
    txid: await control.faucetSbtc(requirePrincipal(to), sats),
  })),
  command('lock', lock, ({ address: who, microStx, cycles }) =>
    control.lockStx(requireAddress(who), microStx, cycles),
  ),
  command('liquid', microStxTo, async ({ address: who, microStx }) => ({
    txid: await control.setLiquid(requirePrincipal(who), microStx),
  })),
  command('step', v.object({}), () => control.step()),
  command('run-to', target, async ({ functionName }) => ({
    called: await control.runTo(functionName),
    ...control.heights(),
  })),
  command('keeper', onOff, ({ on }) => control.setKeeper(on)),
  command('rate-limit', rate, ({ perMinute }) => control.setRateLimit(perMinute)),
  command('fault', fault, ({ kind, delayMs, paths }) =>
    control.setFault(
      kind && {
        kind,
        ...(delayMs !== undefined && { delayMs }),
        ...(paths !== undefined && { paths }),
      },
    ),
  ),
  command('deprecated-paths', onOff, ({ on }) => control.setDeprecatedPaths(on)),
  command('read-budget', budget, ({ runtime }) => control.setReadBudget(runtime)),
  command('reset', v.object({}), () => control.reset()),
]
