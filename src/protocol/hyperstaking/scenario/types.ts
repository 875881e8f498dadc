import type { ProvisionerFault, NetworkRules } from '../chain/block.ts'
import type { ContractFactory } from '../host/contract.ts'
import type { ChainEvent, TraceStep } from '../host/trace.ts'
import type { PoolKind } from '../pools/deploy.ts'
import type { PoolChoice } from '../pools/liquid.ts'
import type { PoolHealth } from '../pools/reads.ts'
import type { Policy } from '../pools/state.ts'
import type { NetworkView } from '../projection/draw.ts'

/**
 * One thing that happens in a scenario. Participants go by name; amounts in LUX, rates scaled by
 * 10^8.
 */
export type Act =
  | { do: 'deposit'; who: string; lux: bigint; referrer: string | null }
  /** Null: all of it. */
  | { do: 'withdraw'; who: string; lux: bigint | null }
  | { do: 'transfer'; who: string; to: string; lux: bigint | null }
  | { do: 'claim' | 'recycle' | 'rotate'; who: string }
  | { do: 'settle'; who: string; account: string }
  | { do: 'pause' | 'unpause' | 'collect-fees' }
  | { do: 'policy'; policy: Policy }
  | { do: 'register'; who: string; feeRate: bigint }
  | { do: 'fault'; fault: ProvisionerFault; key: number }
  | { do: 'reward'; lux: bigint; key: number }
  | { do: 'blocks'; count: bigint }
  /**
   * Runs to the end of this many epochs, by default recycling (or rotating) near the end of each.
   */
  | { do: 'epochs'; count: number; keeper: boolean }
  /**
   * Any method of a pool that is the reader's own. Names in braces, like "{alice}", mean accounts.
   */
  | { do: 'call'; who: string; method: string; arg: unknown; deposit: bigint }

/**
 * A design to try: a network, a pool, and what everyone does. Heights in blocks, amounts in LUX.
 */
export interface Scenario {
  name: string
  about: string
  seed: string
  height: bigint
  network: NetworkView & { rules: NetworkRules }
  /** `mean`: every epoch pays its average; `drawn`: what the lottery gives. */
  rewards: 'mean' | 'drawn'
  /** One of the project's pools, or a contract of the reader's own. */
  pool:
    | { kind: PoolKind; choice: Omit<PoolChoice, 'manager'>; keys: number }
    | { make: ContractFactory; keys: number }
  acts: Act[]
}

/** A call that was made: what the chain said, and its trace. */
export interface ScenarioCall {
  act: number
  height: bigint
  who: string
  method: string
  deposit: bigint
  error: string | null
  gas: bigint
  events: ChainEvent[]
  steps: TraceStep[]
}

/** What a participant put in, took out and has; amounts in LUX. */
export interface ParticipantResult {
  who: string
  put: bigint
  taken: bigint
  gas: bigint
  /** Null when the pool does not report it. */
  worth: bigint | null
  /** What its shares were worth that it gave to others, less those that it got. */
  given: bigint
  /** `worth` + `taken` + `given` − `put`: what staking brought, or cost; gas apart. */
  gained: bigint | null
}

/** What came of a scenario: every call with its trace, and what everyone ended with in LUX. */
export interface ScenarioResult {
  height: bigint
  rewards: bigint
  calls: ScenarioCall[]
  participants: ParticipantResult[]
  /** Null for a pool that does not report it. */
  health: PoolHealth | null
  /** Names of the accounts and contracts in the traces. */
  names: ReadonlyMap<string, string>
}
