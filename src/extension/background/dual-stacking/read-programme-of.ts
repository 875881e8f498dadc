import type { ProgrammeTarget } from '../../../app/dual-stacking/programme/programme-target.ts'
import { toJson } from '../../../chain/json.ts'
import { createStacksClient, type StacksClient } from '../../../chain/stacks/client.ts'
import { makeDeployment } from '../../../chain/stacks/custom-deployment.ts'
import { readProgrammeProfile } from '../../../chain/stacks/programme/read-programme-profile.ts'
import type { StacksChain } from './stacks-chain.ts'

/** The client of the last programme that was not in use, so that its answers serve once more. */
let other: { bases: string; client: StacksClient } | undefined

/** A client without a key: the key was not entered for a programme that is only looked at. */
function clientFor(apiBases: readonly string[]): StacksClient {
  const bases = apiBases.join(' ')
  if (other?.bases !== bases)
    other = { bases, client: createStacksClient({ bases: [...apiBases] }) }
  return other.client
}

/**
 * Reads a programme: with the client in use where it is the one in use, else with one of its own,
 * whose hosts are the network's, or the target's where it names some. The answer is a
 * `ProgrammeAnswer` as JSON.
 */
export async function readProgrammeOf(
  { deployment, client }: StacksChain,
  target: ProgrammeTarget,
): Promise<unknown> {
  if (deployment.contract === target.contract && deployment.network === target.network)
    return answer(client, deployment)
  const made = makeDeployment({ ...target, label: '' })
  if (!made.ok) return { ok: false, problem: 'contract-missing' }
  return answer(clientFor(made.deployment.apiBases), made.deployment)
}

async function answer(...of: Parameters<typeof readProgrammeProfile>): Promise<unknown> {
  const { reading, problem } = await readProgrammeProfile(...of)
  return toJson(reading ? { ok: true, reading } : { ok: false, problem })
}
