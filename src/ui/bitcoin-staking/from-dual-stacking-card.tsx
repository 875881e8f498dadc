import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { groupRewardsByCycle, sumSats } from '../../app/dual-stacking/rewards.ts'
import type { RewardPayment } from '../../chain/stacks/readings.ts'
import type { StakingAnswer } from '../../protocol/bitcoin-staking/projection/project-staking.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useStakingFigures } from '../hooks/use-staking-figures.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'

/** Cycles of Dual Stacking that what was usual is taken from. */
const LAST_CYCLES = 3

interface FromDualStackingCardProps {
  state: StakingState
  commands: Pick<StakingCommands, 'project' | 'hideComparison'>
  /** Rewards that Dual Stacking has paid the address, newest first. */
  payments: readonly RewardPayment[]
  /** SBTC and STX of the address, in sats and microSTX; null: not known. */
  sats: bigint | null
  microStx: bigint | null
}

/** To a holder of Dual Stacking: what Bitcoin Staking does for these holdings, and what not. */
export function FromDualStackingCard({
  state,
  commands,
  payments,
  sats,
  microStx,
}: FromDualStackingCardProps) {
  const { t, f } = useWords()
  const { busy, run } = useCommand()
  const hasStx = microStx !== null && microStx > 0n
  const { answer } = useStakingFigures(
    commands.project,
    state,
    hasStx ? { microStx } : { microStx: 0n },
  )
  const { low, middle, high } = netOfCycle(answer)
  const cycles = groupRewardsByCycle(payments).slice(0, LAST_CYCLES)
  const usual =
    cycles.length === 0
      ? null
      : cycles.reduce((sum, cycle) => sum + sumSats(cycle.payments), 0n) / BigInt(cycles.length)
  return (
    <Card title={t('staking.compare')}>
      <ul class="notes">
        {usual !== null && (
          <li>
            {t('staking.compare.before', {
              amount: f.sats(usual, 'about'),
              count: cycles.length,
            })}
          </li>
        )}
        {hasStx && (
          <li>
            {middle !== null && low !== null && high !== null
              ? t('staking.compare.stx', {
                  stx: f.stx(microStx),
                  amount: f.sats(middle, 'about'),
                  low: f.sats(low, 'about'),
                  high: f.sats(high, 'about'),
                })
              : t('staking.compare.stx.unknown', { stx: f.stx(microStx) })}
          </li>
        )}
        {microStx === 0n && <li>{t('staking.compare.noStx')}</li>}
        {sats !== null && sats > 0n && <li>{t('staking.compare.sbtc', { sats: f.sats(sats) })}</li>}
        <li>{t('staking.compare.boost')}</li>
        <li>{t('staking.compare.claim')}</li>
      </ul>
      <p class="note">{t('staking.compare.note')}</p>
      <div class="form-actions">
        <Button kind="quiet" disabled={busy} onClick={() => run(() => commands.hideComparison())}>
          {t('staking.compare.hide')}
        </Button>
      </div>
    </Card>
  )
}

/** Net sats of a cycle, from the slowest to the fastest past half; null: not known. */
function netOfCycle(answer: StakingAnswer | null) {
  const rewards = answer?.plan.rewards
  return {
    low: rewards?.low.cycle.netSats ?? null,
    middle: rewards?.middle.cycle.netSats ?? null,
    high: rewards?.high.cycle.netSats ?? null,
  }
}
