import type { CycleStepPlan } from '../../chain/stacks/console/read-cycle-plan.ts'
import type { StuckReason } from '../../protocol/dual-stacking/planner/index.ts'
import type { PlanTrouble } from '../programme/create-programme.ts'
import type { KeeperSentence } from '../speak.ts'

/** Sats and microSTX are not shown here; a call is named as the contract names it. */
interface Described {
  contract: string
  plan: CycleStepPlan
  burnHeight: number
  deadline: number | null
}

/** Why nothing helps. */
export const stuckSentence = (contract: string, { code }: StuckReason): KeeperSentence => ({
  word: `keeper.stuck.${code}`,
  values: { contract },
})

/** Why a programme's next step is not known. */
export function troubleSentence(contract: string, trouble: PlanTrouble): KeeperSentence {
  if (trouble === 'family' || trouble === 'missing')
    return { word: `keeper.trouble.${trouble}`, values: { contract } }
  return { word: 'keeper.trouble.other', values: { contract, code: trouble } }
}

/** What comes next in a programme, and why, as sentences. `name`: says how a call is named. */
export function describePlan(
  { contract, plan, burnHeight, deadline }: Described,
  say: (sentence: KeeperSentence) => string,
): KeeperSentence[] {
  const { step, state } = plan
  switch (step.kind) {
    case 'stuck':
      return [stuckSentence(contract, step.reason)]
    case 'wait-burn': {
      const { height, next: name } = step
      const left = String(Math.max(0, height - burnHeight))
      return [
        { word: 'keeper.plan.waitBurn', values: { contract, height: String(height), left, name } },
      ]
    }
    case 'wait-stacks':
      return [{ word: 'keeper.plan.waitStacks', values: { contract, name: step.next } }]
    case 'call': {
      const [list] = step.args
      const { functionName: name } = step
      const call =
        list?.type === 'principals'
          ? say({
              word: 'keeper.plan.rows',
              values: {
                name,
                rows: String(list.value.length),
                total: String(state.cycle.participants),
              },
            })
          : name
      return [
        { word: 'keeper.plan.call', values: { contract, call, deadline: String(deadline) } },
        { word: `keeper.why.${name}` },
      ]
    }
  }
}
