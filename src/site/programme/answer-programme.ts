import type { ProgrammeTarget } from '../../app/dual-stacking/programme/programme-target.ts'
import { createStacksClient } from '../../chain/stacks/client.ts'
import { makeDeployment } from '../../chain/stacks/custom-deployment.ts'
import { readProgrammeProfile } from '../../chain/stacks/programme/read-programme-profile.ts'

/**
 * Answers what a programme is, from its network's own hosts, or from the embedded one beside the
 * page.
 */
export async function answerProgramme(target: ProgrammeTarget): Promise<unknown> {
  const made = makeDeployment({ ...target, label: '' })
  if (!made.ok) return { ok: false, problem: 'contract-missing' }
  const client = createStacksClient({ bases: made.deployment.apiBases })
  const { reading, problem } = await readProgrammeProfile(client, made.deployment)
  return reading ? { ok: true, reading } : { ok: false, problem }
}
