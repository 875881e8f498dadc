import type { ContractId } from '../../protocol/hyperstaking/core/ids.ts'
import { type Known, unknown } from '../known.ts'
import { areCallsOpen } from './activations.ts'
import type { DuskClient } from './client.ts'
import { knownFrom } from './known-from.ts'

/**
 * Whether the network takes contract calls at a height, from the features that its node tells: such
 * calls have been switched off for weeks before, for all contracts or for one, and a pool can be
 * left by contract calls only. `contract`: whether that one can be called.
 */
export const readContractCallsOpen = async (
  client: DuskClient,
  height: bigint,
  contract?: ContractId,
): Promise<Known<boolean>> => {
  const info = knownFrom(await client.info())
  if (!info.known) return info
  const features = info.value.vm_config?.features
  return features ? areCallsOpen(features, height, contract) : unknown('not-offered')
}
