import type { DuskPlan } from '../../../app/hyperstaking/dusk-plan.ts'
import type { PoolAction } from '../../../chain/dusk/calls.ts'
import { preflight } from '../../../chain/dusk/preflight.ts'
import type { PoolReading } from '../../../chain/dusk/read-pool.ts'
import type { DuskAction } from '../../../wallet/dusk/dusk-intent.ts'
import { ownNodesOf } from '../../../wallet/dusk/own-node-caip2.ts'
import {
  prepareDuskRequest,
  type PreparedDuskRequest,
} from '../../../wallet/dusk/prepare-dusk-request.ts'
import type { DuskChain } from './dusk-chain.ts'

/** What a person wants of a pool; LUX. */
export interface DesiredPoolCall {
  pool: string
  action: DuskAction
  lux: bigint
  /** Who referred the depositor, for a first deposit in a pool that splits rewards. */
  referrer: string | null
}

/**
 * The pool's action for what is desired. Withdrawing everything is asked for in shares where the
 * pool exposes them, so that no dust stays.
 */
export function poolActionFor(
  { position }: PoolReading,
  { action, lux, referrer }: DesiredPoolCall,
): PoolAction {
  switch (action) {
    case 'deposit':
      return { do: 'deposit', lux, referrer }
    case 'withdraw':
      return { do: 'withdraw', lux }
    case 'withdraw-all':
      return position?.shares.known
        ? { do: 'withdraw-all', shares: position.shares.value, lux }
        : { do: 'withdraw', lux }
    case 'claim':
      return { do: 'claim' }
  }
}

/** Checks a wish before it is signed; `prepared`: what a wallet would be asked for it. */
export async function planPoolCall(
  { client, deployment }: DuskChain,
  target: PoolReading,
  wish: DesiredPoolCall,
  sender: string,
): Promise<{ plan: DuskPlan; prepared: PreparedDuskRequest | null }> {
  const checked = await preflight(client, {
    deployment,
    pool: target.pool,
    action: poolActionFor(target, wish),
    sender,
  })
  const { call, gas } = checked
  const names = { ...deployment, ownNodes: ownNodesOf(client.bases) }
  const prepared = call && (await prepareDuskRequest(names, sender, { call, gas }))
  return {
    prepared,
    plan: {
      pool: wish.pool,
      action: wish.action,
      lux: wish.lux,
      referrer: wish.referrer,
      exact: checked.exact,
      tried: checked.tried,
      verdict: checked.verdict,
      problems: checked.problems.map(({ code }) => code),
      doubts: checked.doubts.map(({ code }) => code),
      gasAtMost: checked.gas.atMost,
      gasEstimate: checked.gas.estimate,
      outcome: checked.outcome,
      signs: prepared && prepared.signs,
    },
  }
}
