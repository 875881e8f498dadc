import { type ContractId, STAKE, TRANSFER } from '../../../../protocol/hyperstaking/core/ids.ts'
import {
  account,
  type Codec,
  encode,
  nothing,
  parseJson,
  POOL_TYPES,
  SOZU_HUB_TYPES,
  SOZU_POOL_TYPES,
  SOZU_TOKEN_TYPES,
  STAKE_TYPES,
  TRANSFER_TYPES,
  vector,
} from '../../../../protocol/hyperstaking/rkyv/index.ts'
import { driverJson, snakeCase } from '../wire/json.ts'

/**
 * A node's knowledge of a contract: the types of its functions' arguments, of those results that it
 * can decode, and of its events. A result without a type is returned unchanged.
 */
export interface DataDriver {
  inputs: Readonly<Record<string, Codec<unknown>>>
  outputs: Readonly<Record<string, Codec<unknown>>>
  events: Readonly<Record<string, Codec<unknown>>>
}

const poolDriver: DataDriver = {
  ...POOL_TYPES,
  inputs: {
    ...POOL_TYPES.inputs,
    position: account,
    total_supply: nothing,
    config: nothing,
    health: nothing,
    paused: nothing,
    referrals: account,
    customers: nothing,
    snapshot: vector(account),
  },
}

export type DriverKind = 'pool' | 'sozu-pool' | 'sozu-hub' | 'staked-dusk'
const KINDS: Record<DriverKind, DataDriver> = {
  pool: poolDriver,
  'sozu-pool': SOZU_POOL_TYPES,
  'sozu-hub': SOZU_HUB_TYPES,
  'staked-dusk': SOZU_TOKEN_TYPES,
}

/** The drivers of a network: the genesis contracts' and those of what is deployed. */
export const createDrivers = () => {
  const drivers = new Map<ContractId, DataDriver>([
    [TRANSFER, TRANSFER_TYPES],
    [STAKE, STAKE_TYPES],
  ])
  const missing = new Set<ContractId>()
  return {
    add: (id: ContractId, kind: DriverKind) => void drivers.set(id, KINDS[kind]),
    /** What the contract takes and prints, whether this node has its driver or not. */
    of: (id: ContractId): DataDriver | undefined => drivers.get(id),
    /** Whether the node has the driver: each node has those that were uploaded to it. */
    has: (id: ContractId): boolean => drivers.has(id) && !missing.has(id),
    lose: (id: ContractId, lost: boolean): void => {
      if (lost) missing.add(id)
      else missing.delete(id)
    },
  }
}
export type Drivers = ReturnType<typeof createDrivers>

/** A value of the model as the JSON of its codec: fields are named as contracts name them. */
export const codecJson = (value: unknown): unknown => driverJson(value, snakeCase)

/** The bytes of a model's value; null when its contract has no type for it. */
export const bytesOf = (codec: Codec<unknown> | undefined, value: unknown): Uint8Array | null => {
  const typed = codec && parseJson(codec, codecJson(value))
  const bytes = typed?.ok ? encode(codec!, typed.value) : null
  return bytes?.ok ? bytes.value : null
}
