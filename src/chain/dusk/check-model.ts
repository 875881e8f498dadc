import { MODEL_CONFIG, MODEL_VERSION } from '../../protocol/hyperstaking/chain/model.ts'
import { type Known, known, unknown } from '../known.ts'
import type { DuskClient } from './client.ts'
import type { DuskDeployment } from './deployments.ts'
import { duskUnknownReason } from './known-from.ts'

/**
 * How a chain differs from the model that figures are made with: a warning for the person who reads
 * them. `version`: of the stake contract.
 */
export type ModelWarning =
  | { code: 'version-differs'; chain: number; model: number }
  | { code: 'minimum-differs'; chain: bigint; model: bigint }
  | { code: 'warnings-differ'; chain: number; model: number }
  | { code: 'wrong-network'; chain: number; expected: number }

export type ModelCheck = {
  warnings: ModelWarning[]
  /** LUX. */
  minimumStake: bigint
  nodeVersion: string
}

/** Compares the stake contract's version and configuration with the model's. */
export const checkStakeContract = async (
  client: DuskClient,
): Promise<Known<Pick<ModelCheck, 'warnings' | 'minimumStake'>>> => {
  const [version, config] = await Promise.all([client.stakeVersion(), client.stakeConfig()])
  if (!version.ok) return unknown(duskUnknownReason(version.failure))
  if (!config.ok) return unknown(duskUnknownReason(config.failure))
  const warnings: ModelWarning[] = []
  if (version.value !== MODEL_VERSION)
    warnings.push({ code: 'version-differs', chain: version.value, model: MODEL_VERSION })
  if (config.value.minimum_stake !== MODEL_CONFIG.minimumStake) {
    warnings.push({
      code: 'minimum-differs',
      chain: config.value.minimum_stake,
      model: MODEL_CONFIG.minimumStake,
    })
  }
  if (config.value.warnings !== MODEL_CONFIG.warnings)
    warnings.push({
      code: 'warnings-differ',
      chain: config.value.warnings,
      model: MODEL_CONFIG.warnings,
    })
  return known({ warnings, minimumStake: config.value.minimum_stake })
}

/**
 * Compares the chain's id, and the stake contract's version and configuration, with the model's.
 */
export const checkModel = async (
  client: DuskClient,
  deployment: DuskDeployment,
): Promise<Known<ModelCheck>> => {
  const [info, stake] = await Promise.all([client.info(), checkStakeContract(client)])
  if (!info.ok) return unknown(duskUnknownReason(info.failure))
  if (!stake.known) return stake
  const { chain_id: chainId, version } = info.value
  const wrong: ModelWarning[] =
    chainId !== null && chainId !== deployment.chainId
      ? [{ code: 'wrong-network', chain: chainId, expected: deployment.chainId }]
      : []
  return known({
    warnings: [...wrong, ...stake.value.warnings],
    minimumStake: stake.value.minimumStake,
    nodeVersion: version,
  })
}
