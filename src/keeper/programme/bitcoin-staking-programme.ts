import { deserializeCV } from '@stacks/transactions'
import type { Known } from '../../chain/known.ts'
import { EARNED_BLOCKS } from '../../chain/stacks/bitcoin-staking/operator/read-planned-manager.ts'
import { readPlannedStep } from '../../chain/stacks/bitcoin-staking/operator/read-planned-step.ts'
import { PoxReader } from '../../chain/stacks/bitcoin-staking/pox-reader.ts'
import type { StakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import { halfAt, halfStart } from '../../protocol/bitcoin-staking/cycle-clock.ts'
import type { PlannedStep } from '../../protocol/bitcoin-staking/planner/planned-step.ts'
import { sendsExactly } from '../../wallet/stacks/bitcoin-staking/staking-conditions.ts'
import { requestStakingCall } from '../../wallet/stacks/bitcoin-staking/staking-request.ts'
import { stepCall } from '../../wallet/stacks/bitcoin-staking/step-call.ts'
import type {
  CallToSign,
  CycleCalls,
  DueCall,
  KeeperStep,
  KeptProgramme,
  PlanReading,
} from './kept-programme.ts'
import { readStakingPlan, type StakingDuties, type StakingPlan } from './read-staking-plan.ts'

type StakingFunction = 'calculate-rewards' | 'claim-rewards'
const isStakingFunction = (name: string): name is StakingFunction =>
  name === 'calculate-rewards' || name === 'claim-rewards'

/** What pox-5 sends in a step. */
const paidBy = ({ kind, sats }: PlannedStep): bigint | null => (kind === 'calculate' ? 0n : sats)

/**
 * Bitcoin Staking as a keeper runs it: each half is calculated once it has ended, and each cycle's
 * rewards are claimed for the managers once both its halves are [bitcoin-staking 8.5]. Holders'
 * claims are left to them.
 */
export function createStakingProgramme(
  deployment: StakingDeployment,
  { managers, leastClaimSats }: StakingDuties,
): KeptProgramme {
  const { pox } = deployment
  /** Claims that the chain says are made, and the Bitcoin height at which it said so. */
  const done = new Map<string, bigint>()
  const keyOf = ({ contract, cycle }: PlannedStep) => `${contract} ${cycle}`

  const request = (account: string, { contract, functionName, args, paysSats }: CallToSign) =>
    paysSats === null
      ? undefined
      : requestStakingCall(
          { deployment, account },
          {
            contract,
            functionName,
            args: args.map((argument) => deserializeCV(argument)),
            conditions: sendsExactly(deployment, pox, paysSats),
          },
        )

  const callOf = (account: string, step: PlannedStep): CallToSign | undefined => {
    const built = stepCall({ deployment, account }, step, null)
    if (!built) return undefined
    const { contract, functionName, args } = built
    return { contract, functionName, args, paysSats: paidBy(step) }
  }

  /** What a step is now: what was read of it before may be some blocks old. */
  const readNow = (
    client: StacksClient,
    { step, burnHeight, sender }: { step: PlannedStep; burnHeight: bigint; sender: string },
  ): Promise<Known<{ step: PlannedStep }>> => {
    const { kind, contract, cycle } = step
    const named =
      kind === 'calculate' ? { kind } : { kind: 'manager-claim' as const, manager: contract, cycle }
    const reader = new PoxReader(client, deployment, { fresh: true })
    return readPlannedStep(reader, named, { burnHeight, sender, drawn: [] })
  }

  /** The first step that can be made, read afresh; null: none. */
  async function findDue(
    client: StacksClient,
    { ready, burnHeight }: StakingPlan,
    sender: string,
  ): Promise<Known<PlannedStep | null>> {
    for (const step of ready) {
      const doneAt = done.get(keyOf(step))
      if (doneAt !== undefined && burnHeight < doneAt + BigInt(EARNED_BLOCKS)) continue
      const now = await readNow(client, { step, burnHeight, sender })
      if (!now.known) return now
      if (now.value.step.obstacle === undefined) return { known: true, value: now.value.step }
      if (step.kind !== 'calculate') done.set(keyOf(step), burnHeight)
    }
    return { known: true, value: null }
  }

  const cycleCallsOf = (account: string, { calculation, claim, managerCount }: StakingPlan) =>
    [
      { step: calculation, count: 2 },
      ...(claim ? [{ step: claim, count: managerCount }] : []),
    ].flatMap(({ step, count }): CycleCalls[] => {
      const call = callOf(account, step)
      return call ? [{ call, count }] : []
    })

  const stepOf = (
    account: string,
    { clock, burnHeight }: StakingPlan,
    due: PlannedStep | null,
  ): KeeperStep => {
    const halfEnd = Number(halfStart(clock, halfAt(clock, burnHeight) + 1n))
    const call = due && callOf(account, due)
    if (!call || !isStakingFunction(call.functionName))
      return { kind: 'wait-burn', height: halfEnd, next: 'calculate-rewards' }
    const { functionName } = call
    const ready: DueCall = { ...call, functionName, deadline: halfEnd }
    return { kind: 'call', call: ready, rows: null }
  }

  return {
    contract: pox,
    owns: ({ contract, functionName }) => contract === pox || functionName === 'claim-rewards',
    request,
    async plan(client, operator): Promise<PlanReading> {
      const tip = await client.tip()
      if (!tip.ok) return { ok: false, trouble: tip.failure.code }
      const reader = new PoxReader(client, deployment)
      const plan = await readStakingPlan(reader, {
        burnHeight: BigInt(tip.value.height),
        managers,
        leastClaimSats,
      })
      const trouble = () => reader.failures.at(-1)?.code ?? 'missing'
      if (!plan.known) return { ok: false, trouble: trouble() }
      const due = await findDue(client, plan.value, operator)
      if (!due.known) return { ok: false, trouble: trouble() }
      const { cycle, managerCount, bondCount } = plan.value
      return {
        ok: true,
        plan: {
          cycle: Number(cycle),
          step: stepOf(operator, plan.value, due.value),
          cycleCalls: cycleCallsOf(operator, plan.value),
          about: {
            word: 'keeper.check.staking',
            values: {
              contract: pox,
              cycle: String(cycle),
              managers: String(managerCount),
              bonds: String(bondCount),
            },
          },
        },
      }
    },
  }
}
