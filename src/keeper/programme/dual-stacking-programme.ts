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
import { fewestCalls, stepDeadline } from '../../protocol/dual-stacking/planner/index.ts'
import { consoleCall } from '../../wallet/stacks/console-calls.ts'
import type {
  CycleCalls,
  KeeperStep,
  KeptProgramme,
  PlanReading,
  PlanTrouble,
  ProgrammePlan,
} from './kept-programme.ts'

/** How long a round waits for an index behind its node: the next one may ask another host. */
const PATIENCE_MS = 15_000

const readFailureOf = (
  problem: NonNullable<Awaited<ReturnType<typeof indexUpToNow>>>,
): StacksReadFailure['code'] =>
  problem === 'stopped' || problem === 'wrong-chain' || problem === 'contract-missing'
    ? 'missing'
    : problem

type CycleReading = { ok: true; plan: CycleStepPlan } | { ok: false; trouble: PlanTrouble }

const troubled = (trouble: PlanTrouble) => ({ ok: false, trouble }) as const

/** Bytes of a principal in a list. */
const ROW_BYTES = 22

function stepOf(
  contract: string,
  { step, args, paysSats, state, live }: CycleStepPlan,
): KeeperStep {
  switch (step.kind) {
    case 'stuck':
      return { kind: 'stuck', reason: step.reason.code }
    case 'wait-burn':
      return { kind: 'wait-burn', height: step.height, next: step.next }
    case 'wait-stacks':
      return { kind: 'wait-stacks', next: step.next }
    case 'call': {
      const { functionName } = step
      const [list] = step.args
      const total = state.cycle.participants
      const deadline = stepDeadline(state, functionName, live)
      return {
        kind: 'call',
        call: { contract, functionName, args, paysSats, deadline },
        rows: list?.type === 'principals' ? { named: list.value.length, total } : null,
      }
    }
  }
}

/** The calls of a cycle, each list as long as its participants need. */
function cycleCallsOf(contract: string, { state, limits }: CycleStepPlan): CycleCalls[] {
  const { participants, snapshots } = state.cycle
  return Object.entries(fewestCalls({ participants, snapshots }, limits)).map(
    ([functionName, count]) => {
      const rows = Math.min(participants, limits[functionName] ?? 0)
      const args = [`0b${'00'.repeat(4 + ROW_BYTES * rows)}`]
      return { call: { contract, functionName, args, paysSats: 0n }, count }
    },
  )
}

/** A programme of Dual Stacking that a keeper runs: its index, and what comes next in it. */
export function createDualStackingProgramme(
  deployment: Deployment,
  { mostRows, index = createMemoryIndex() }: { mostRows: number; index?: IndexStore },
): KeptProgramme {
  const { contract } = deployment
  /** The chain counts something that the index does not: it was read before a reorganisation. */
  const isDoubtful = ({ step }: CycleStepPlan) =>
    step.kind === 'stuck' && step.reason.code === 'count-differs'

  async function planWith(
    client: StacksClient,
    operator: string,
    capabilities: Capabilities,
  ): Promise<CycleReading> {
    const read = await readAtOneMoment(
      client,
      contract,
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

  async function readCycle(client: StacksClient, operator: string): Promise<CycleReading> {
    const capabilities = await readCapabilities(client, deployment)
    if (!capabilities.ok) return troubled(capabilities.failure.code)
    if (capabilities.value.family !== 'v1') return troubled('family')
    const planned = await planWith(client, operator, capabilities.value)
    if (!planned.ok || !isDoubtful(planned.plan)) return planned
    await index.clear()
    return planWith(client, operator, capabilities.value)
  }

  const planOf = (read: CycleStepPlan): ProgrammePlan => {
    const { id, participants, snapshots } = read.state.cycle
    return {
      cycle: id,
      step: stepOf(contract, read),
      cycleCalls: cycleCallsOf(contract, read),
      about: {
        word: read.live ? 'keeper.check.live' : 'keeper.check.history',
        values: {
          contract,
          cycle: String(id),
          participants: String(participants),
          snapshots: String(snapshots),
        },
      },
    }
  }

  return {
    contract,
    owns: (call) => call.contract === contract,
    async plan(client, operator): Promise<PlanReading> {
      const read = await readCycle(client, operator)
      return read.ok ? { ok: true, plan: planOf(read.plan) } : read
    },
    request: (account, call) => consoleCall(deployment, account, call),
  }
}
