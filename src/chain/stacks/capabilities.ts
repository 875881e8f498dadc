import * as v from 'valibot'
import type { ContractInterface } from './answers.ts'
import type { StacksClient } from './client.ts'
import type { Deployment } from './deployments.ts'
import { families } from './readings.ts'
import type { StacksRead } from './stacks-read.ts'

const capabilitiesSchema = v.object({
  family: v.picklist(families),
  reads: v.array(v.string()),
  calls: v.array(v.string()),
  maps: v.array(v.string()),
  variables: v.array(v.string()),
  /** Whether the contract has the three calls of a holder, with the arguments that we send. */
  userCalls: v.boolean(),
})
/** What a contract really offers, by name, and the family that this indicates. */
export type Capabilities = v.InferOutput<typeof capabilitiesSchema>

const userCalls: Record<string, string> = {
  enroll: '[{"optional":"principal"}]',
  'opt-out': '[]',
  'change-reward-address': '["principal"]',
}

const detectFamily = (calls: readonly string[]): Capabilities['family'] => {
  if (calls.includes('update-APR')) return 'v1'
  return calls.includes('start-buffer-period') ? 'v2' : 'v3'
}

/**
 * Summarizes an interface; `update-APR` indicates v1, `start-buffer-period` v2, neither v3 or an
 * unknown family [dual-stacking 9], unless the deployment's row states the family.
 */
export const capabilitiesOf = (
  contract: ContractInterface,
  family: Deployment['family'] = null,
): Capabilities => {
  const namesOf = (access: string) =>
    contract.functions.filter((fn) => fn.access === access).map(({ name }) => name)
  const calls = namesOf('public')
  const hasCall = (name: string, args: string) =>
    contract.functions.some(
      (fn) =>
        fn.name === name &&
        fn.access === 'public' &&
        JSON.stringify(fn.args.map(({ type }) => type)) === args,
    )
  return {
    family: family ?? detectFamily(calls),
    calls,
    reads: namesOf('read_only'),
    maps: contract.maps.map(({ name }) => name),
    variables: contract.variables
      .filter(({ access }) => access === 'variable')
      .map(({ name }) => name),
    userCalls: Object.entries(userCalls).every(([name, args]) => hasCall(name, args)),
  }
}

const noteKey = (contract: string) => `capabilities ${contract}`

// A contract cannot change, but a host may have answered with a wrong interface: one that would
// stop the holder is asked for again in the next block.
const REMEMBERED_BLOCKS = 1008
const DOUBTED_BLOCKS = 1

/** Makes the next reading ask for the interface again. */
export const forgetCapabilities = (client: StacksClient, contract: string): void =>
  client.note.set(noteKey(contract), null)

/**
 * Reads the contract's interface once a week and remembers what it offers; `missing` when there is
 * no such contract.
 */
export const readCapabilities = async (
  client: StacksClient,
  deployment: Deployment,
  options: { fresh?: boolean } = {},
): Promise<StacksRead<Capabilities>> => {
  const key = noteKey(deployment.contract)
  const rememberedFor = (blocks: number) =>
    v.safeParse(capabilitiesSchema, options.fresh ? undefined : client.note.get(key, blocks))
  const remembered = rememberedFor(REMEMBERED_BLOCKS)
  if (remembered.success && (remembered.output.userCalls || rememberedFor(DOUBTED_BLOCKS).success))
    return { ok: true, value: remembered.output }
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
