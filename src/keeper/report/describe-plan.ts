import type { KeeperStep, PlanTrouble } from '../programme/kept-programme.ts'
import type { KeeperSentence } from '../speak.ts'

/** Sats and microSTX are not shown here; a call is named as the contract names it. */
interface Described {
  contract: string
  step: KeeperStep
  burnHeight: number
}

/** Why nothing helps. */
export const stuckSentence = (
  contract: string,
  reason: Extract<KeeperStep, { kind: 'stuck' }>['reason'],
): KeeperSentence => ({ word: `keeper.stuck.${reason}`, values: { contract } })

/** Why a programme's next step is not known. */
export function troubleSentence(contract: string, trouble: PlanTrouble): KeeperSentence {
  if (trouble === 'family' || trouble === 'missing')
    return { word: `keeper.trouble.${trouble}`, values: { contract } }
  return { word: 'keeper.trouble.other', values: { contract, code: trouble } }
}

/** What comes next in a programme, and why, as sentences. `say`: how a call is named. */
export function describePlan(
  { contract, step, burnHeight }: Described,
  say: (sentence: KeeperSentence) => string,
): KeeperSentence[] {
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
      const { functionName: name, deadline } = step.call
      const { rows } = step
      const counted = rows && {
        word: 'keeper.plan.rows' as const,
        values: { name, rows: String(rows.named), total: String(rows.total) },
      }
      const call = counted ? say(counted) : name
      return [
        { word: 'keeper.plan.call', values: { contract, call, deadline: String(deadline) } },
        { word: `keeper.why.${name}` },
      ]
    }
  }
}
