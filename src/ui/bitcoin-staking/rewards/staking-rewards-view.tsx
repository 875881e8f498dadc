import { claimsCsv } from '../../../app/bitcoin-staking/rewards/claims-csv.ts'
import {
  paidCyclesOf,
  paidSats,
  type StakingRewards,
} from '../../../app/bitcoin-staking/rewards/staking-rewards.ts'
import type { CommandResult } from '../../../app/command-result.ts'
import type { Environment } from '../../../app/environment.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { saveFile } from '../../parts/save-file.ts'
import { Screen } from '../../parts/screen.tsx'
import { PaidCycleRow } from './paid-cycle-row.tsx'

export interface StakingRewardsViewProps {
  address: string
  rewards: StakingRewards
  env: Environment
  now: number
  onVerify?: (cycle: bigint) => Promise<CommandResult>
  /** Has a rejected payout on Bitcoin returned; absent: nothing can be signed here. */
  onReclaim?: ((manager: string, request: bigint) => Promise<CommandResult>) | undefined
  onBack: () => void
}

/** Everything that managers have paid an address: by cycle, as files, and verified. */
export function StakingRewardsView({
  address,
  rewards,
  env,
  now,
  onVerify,
  onReclaim,
  onBack,
}: StakingRewardsViewProps) {
  const { t, f } = useWords()
  const cycles = paidCyclesOf(rewards)
  const isSearching = rewards.requestsLeft !== null
  return (
    <Screen title={t('staking.rewards')} onBack={onBack}>
      <section class="sum">
        <p class="big">
          {cycles.length === 0 && isSearching ? (
            <span class="skeleton" />
          ) : (
            f.sats(paidSats(rewards))
          )}
        </p>
        <p class="muted">
          {cycles.length === 0 && !isSearching
            ? t('staking.rewards.none')
            : t('staking.rewards.sum')}
        </p>
      </section>
      {isSearching && (
        <p class="muted" role="status">
          {t('staking.rewards.searching')}
        </p>
      )}
      {cycles.length > 0 && (
        <>
          <ul class="rows card">
            {cycles.map((paid) => (
              <PaidCycleRow
                key={`${paid.cycle} ${paid.bond}`}
                paid={paid}
                env={env}
                now={now}
                onVerify={onVerify}
                onReclaim={onReclaim}
              />
            ))}
          </ul>
          <div class="form-actions">
            <Button
              onClick={() =>
                saveFile(`staking-${address}.csv`, 'text/csv', claimsCsv(rewards.claims))
              }
            >
              {t('rewards.csv')}
            </Button>
            {env.openStakingStatement && (
              <Button onClick={env.openStakingStatement}>{t('rewards.statement')}</Button>
            )}
          </div>
          <p class="muted">{t('staking.rewards.csvNote')}</p>
        </>
      )}
    </Screen>
  )
}
