import { readCapabilities, type Capabilities } from '../../chain/stacks/capabilities.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import { readAtOneMoment } from '../../chain/stacks/console/read-at-one-moment.ts'
import { readCyclePlan, type CycleStepPlan } from '../../chain/stacks/console/read-cycle-plan.ts'
import {
  createMemoryIndex,
  type IndexStore,
} from '../../chain/stacks/contract-index/index-store.ts'
import { indexUpToNow } from '../../chain/stacks/contract-index/index-up-to-now.ts'
import type { Deployment } from '../../chain/stacks/deployments.ts'
import type { StacksRead, StacksReadFailure } from '../../chain/stacks/stacks-read.ts'

/** Why a programme's next step is not known; `family`: no contract whose cycle can be planned. */
export type PlanTrouble = StacksReadFailure['code'] | 'family'

export type ProgrammePlan = { ok: true; plan: CycleStepPlan } | { ok: false; trouble: PlanTrouble }

/** How long a round waits for an index behind its node: the next one may ask another host. */
const PATIENCE_MS = 15_000

const readFailureOf = (
  problem: NonNullable<Awaited<ReturnType<typeof indexUpToNow>>>,
): StacksReadFailure['code'] =>
  problem === 'stopped' || problem === 'wrong-chain' || problem === 'contract-missing'
    ? 'missing'
    : problem

const troubled = (trouble: PlanTrouble): ProgrammePlan => ({ ok: false, trouble })

/** One programme that a keeper runs: its index, and what comes next in it. */
export function createProgramme(
  deployment: Deployment,
  { mostRows, index = createMemoryIndex() }: { mostRows: number; index?: IndexStore },
) {
  /** The chain counts something that the index does not: it was read before a reorganisation. */
  const isDoubtful = ({ step }: CycleStepPlan) =>
    step.kind === 'stuck' && step.reason.code === 'count-differs'

  async function planWith(
    client: StacksClient,
    operator: string,
    capabilities: Capabilities,
  ): Promise<ProgrammePlan> {
    const read = await readAtOneMoment(
      client,
      deployment.contract,
      async (): Promise<StacksRead<CycleStepPlan>> => {
        const problem = await indexUpToNow(client, deployment, index)
        return problem
          ? { ok: false, failure: { code: readFailureOf(problem) } }
          : readCyclePlan(client, deployment, { capabilities, operator, index, mostRows })
      },
      { patienceMs: PATIENCE_MS },
    )
    return read.ok ? { ok: true, plan: read.value } : troubled(read.failure.code)
  }

  return {
    deployment,
    contract: deployment.contract,
    /** Reads the chain at one host and plans the next step for the account that would sign it. */
    async plan(client: StacksClient, operator: string): Promise<ProgrammePlan> {
      const capabilities = await readCapabilities(client, deployment)
      if (!capabilities.ok) return troubled(capabilities.failure.code)
      if (capabilities.value.family !== 'v1') return troubled('family')
      const planned = await planWith(client, operator, capabilities.value)
      if (!planned.ok || !isDoubtful(planned.plan)) return planned
      await index.clear()
      return planWith(client, operator, capabilities.value)
    },
  }
}
export type KeptProgramme = ReturnType<typeof createProgramme>
