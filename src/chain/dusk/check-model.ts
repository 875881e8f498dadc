import { MODEL_CONFIG, MODEL_VERSION } from '../../protocol/hyperstaking/chain/model.ts'
import { type Known, known, unknown } from '../schema.ts'
import type { DuskClient } from './client.ts'
import type { DuskDeployment } from './deployments.ts'
import { knownFrom, reasonOf } from './unknown.ts'

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

/**
 * Compares the chain's id, and the stake contract's version and configuration, with the model's.
 */
export const checkModel = async (
  client: DuskClient,
  deployment: DuskDeployment,
): Promise<Known<ModelCheck>> => {
  const [info, version, config] = await Promise.all([
    client.info(),
    client.stakeVersion(),
    client.stakeConfig(),
  ])
  if (!info.ok) return unknown(reasonOf(info.failure))
  if (!version.ok) return unknown(reasonOf(version.failure))
  if (!config.ok) return unknown(reasonOf(config.failure))
  const warnings: ModelWarning[] = []
  const { chain_id: chainId } = info.value
  if (chainId !== null && chainId !== deployment.chainId)
    warnings.push({ code: 'wrong-network', chain: chainId, expected: deployment.chainId })
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
  return known({
    warnings,
    minimumStake: config.value.minimum_stake,
    nodeVersion: info.value.version,
  })
}

/**
 * The switch of a node's features by which a network turns third-party contract calls off
 * [hyperstaking 5.3].
 */
const SWITCH = /3RD_PARTY|THIRD_PARTY/i

/**
 * Whether a feature is on at a height: from a height on, or in a range; null for a form that we do
 * not know.
 */
const isOn = (activation: unknown, height: bigint): boolean | null => {
  const heights = Array.isArray(activation) ? activation : [activation]
  if (
    heights.length === 0 ||
    heights.length > 2 ||
    !heights.every((at) => typeof at === 'number' && Number.isInteger(at))
  )
    return null
  const [from, to] = heights as [number, number?]
  return BigInt(from) <= height && (to === undefined || height < BigInt(to))
}

/**
 * Whether the network takes contract calls now, from the features that its node tells: such calls
 * have been switched off for weeks before, and a pool can be left by contract calls only.
 */
export const contractCallsOpen = async (
  client: DuskClient,
  height: bigint,
): Promise<Known<boolean>> => {
  const info = knownFrom(await client.info())
  if (!info.known) return info
  const features = info.value.vm_config?.features
  if (!features) return unknown('not-offered')
  const found = Object.entries(features).find(([name]) => SWITCH.test(name))
  if (!found) return known(true)
  const on = isOn(found[1], height)
  return on === null ? unknown('bad-answer') : known(!on)
}
