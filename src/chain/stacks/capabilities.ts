import * as v from 'valibot'
import type { ContractInterface } from './answers.ts'
import type { StacksRead, StacksClient } from './client.ts'
import type { Deployment } from './deployments.ts'
import { families } from './readings.ts'

const capabilitiesSchema = v.object({
  family: v.picklist(families),
  reads: v.array(v.string()),
  calls: v.array(v.string()),
  maps: v.array(v.string()),
  variables: v.array(v.string()),
  /** Whether the three calls of a holder are there with the arguments we send. */
  userCalls: v.boolean(),
})
/** What a contract really has, by name, and the family that this shows. */
export type Capabilities = v.InferOutput<typeof capabilitiesSchema>

const userCalls: Record<string, string> = {
  enroll: '[{"optional":"principal"}]',
  'opt-out': '[]',
  'change-reward-address': '["principal"]',
}

/**
 * Sums up an interface; `update-APR` shows v1, `start-buffer-period` v2, neither v3 or unknown
 * [dual-stacking 9], unless the row says the family.
 */
export const capabilitiesOf = (
  contract: ContractInterface,
  family: Deployment['family'] = null,
): Capabilities => {
  const named = (access: string) =>
    contract.functions.filter((each) => each.access === access).map(({ name }) => name)
  const calls = named('public')
  const has = (name: string, args: string) =>
    contract.functions.some(
      (each) =>
        each.name === name &&
        each.access === 'public' &&
        JSON.stringify(each.args.map(({ type }) => type)) === args,
    )
  const detectedFamily = calls.includes('update-APR')
    ? 'v1'
    : calls.includes('start-buffer-period')
      ? 'v2'
      : 'v3'
  return {
    family: family ?? detectedFamily,
    calls,
    reads: named('read_only'),
    maps: contract.maps.map(({ name }) => name),
    variables: contract.variables
      .filter(({ access }) => access === 'variable')
      .map(({ name }) => name),
    userCalls: Object.entries(userCalls).every(([name, args]) => has(name, args)),
  }
}

// A contract cannot change, but a host may have told its interface wrongly: what would stop the
// holder is asked again in the next block.
const REMEMBERED_BLOCKS = 1008
const DOUBTED_BLOCKS = 1

/**
 * Reads the contract's interface once a week and keeps what it offers; `missing` when there is no
 * such contract.
 */
export const readCapabilities = async (
  client: StacksClient,
  deployment: Deployment,
  options: { fresh?: boolean } = {},
): Promise<StacksRead<Capabilities>> => {
  const key = `capabilities ${deployment.contract}`
  const keptFor = (blocks: number) =>
    v.safeParse(capabilitiesSchema, options.fresh ? undefined : client.note.get(key, blocks))
  const kept = keptFor(REMEMBERED_BLOCKS)
  if (kept.success && (kept.output.userCalls || keptFor(DOUBTED_BLOCKS).success))
    return { ok: true, value: kept.output }
  const answer = await client.contractInterface(deployment.contract)
  if (!answer.ok)
    return {
      ok: false,
      failure: answer.failure.code === 'not-found' ? { code: 'missing' } : answer.failure,
    }
  const capabilities = capabilitiesOf(answer.value, deployment.family)
  client.note.set(key, capabilities)
  return { ok: true, value: capabilities }
}
