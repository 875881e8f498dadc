import type { WantedProgramme } from '../../../app/dual-stacking/programme/plan-budget.ts'
import { hasStart, type SetupReading } from '../../../app/dual-stacking/programme/setup-steps.ts'
import type { SetupCall } from '../../../wallet/stacks/setup-requests.ts'
import type { Words } from '../../../words/create-words.ts'

/** What the chain has now of what a set-up call sets. */
export function describeSetup({ t, f }: Words, call: SetupCall, reading: SetupReading): string {
  switch (call) {
    case 'update-cycle-data-before-initialized':
      return lengths({ t, f }, reading)
    case 'update-APR':
      return f.percent(reading.apr)
    case 'set-liquid-stacking':
      return t(reading.countsLiquid ? 'deploy.fact.liquid' : 'deploy.fact.noLiquid')
    case 'update-initialize-block':
      if (reading.isActive || hasStart(reading))
        return t('deploy.fact.start', { height: f.integer(reading.startHeight) })
      return t('deploy.fact.noStart')
    case 'transfer':
      return t('deploy.fact.pool', { sats: f.sats(reading.poolSats) })
    case 'initialize-contract':
      return t(reading.isActive ? 'deploy.fact.runs' : 'deploy.fact.notRunning')
  }
}

/** What is planned instead; null: nothing that the plan has a number for. */
export function describePlanned(
  { t, f }: Words,
  call: SetupCall,
  plan: WantedProgramme,
): string | null {
  switch (call) {
    case 'update-cycle-data-before-initialized':
      return lengths({ t, f }, plan)
    case 'update-APR':
      return f.percent(plan.apr)
    case 'transfer':
      return f.sats(plan.budgetSats)
    default:
      return null
  }
}

const lengths = (
  { t, f }: Pick<Words, 't' | 'f'>,
  { snapshots, blocksPerSnapshot }: Pick<WantedProgramme, 'snapshots' | 'blocksPerSnapshot'>,
): string =>
  t('deploy.fact.lengths', {
    snapshots: f.integer(snapshots),
    blocks: f.integer(blocksPerSnapshot),
  })
