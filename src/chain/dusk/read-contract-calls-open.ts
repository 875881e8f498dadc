import type { ContractId } from '../../protocol/hyperstaking/core/ids.ts'
import { type Known, known, unknown } from '../known.ts'
import { type Features, areCallsOpen } from './activations.ts'
import type { DuskClient } from './client.ts'
import { knownFrom } from './known-from.ts'

/** The features that a node reports. */
export const featuresOf = (answer: Awaited<ReturnType<DuskClient['info']>>): Known<Features> => {
  const info = knownFrom(answer)
  if (!info.known) return info
  const features = info.value.vm_config?.features
  return features ? known(features) : unknown('not-offered')
}

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
  const features = featuresOf(await client.info())
  return features.known ? areCallsOpen(features.value, height, contract) : features
}
