import { checkStakingCall } from '../../app/bitcoin-staking/check-staking-call.ts'
import { claimProgressOf, type ClaimProgress } from '../../app/bitcoin-staking/claim-progress.ts'
import type { ClaimLeg } from '../../app/bitcoin-staking/claim-queue.ts'
import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import type { NetworkName } from '../../chain/stacks/deployments.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useWords } from '../hooks/use-words.ts'
import { Button } from '../parts/button.tsx'
import { Card } from '../parts/card.tsx'
import { ProgressBar } from '../parts/progress-bar.tsx'
import { blockerText } from './forms/blocker-text.ts'

/** Claims that are asked for one after another: how far they are, and how they go on or end. */
export function ClaimQueueCard({
  state,
  intents,
  commands,
  network,
  now,
}: {
  state: StakingState
  intents: readonly StacksIntent[]
  commands: Pick<StakingCommands, 'resumeClaims' | 'stopClaims'>
  network: NetworkName
  now: number
}) {
  const words = useWords()
  const { t, f } = words
  const { busy, refusal, run } = useCommand()
  if (state.claiming === null) return null
  const at = claimProgressOf(state.claiming, intents)
  const progress = t('staking.claim.progress', {
    sent: f.integer(at.sent),
    total: f.integer(at.total),
  })
  return (
    <Card title={t('staking.claim.title')} aside={progress}>
      <ProgressBar done={at.sent} total={at.total} label={progress} />
      <p class="effect" role="status">
        {statusText(at)}
      </p>
      {at.left.length > 0 && (
        <>
          <p class="label">{t('staking.claim.left')}</p>
          <ul class="notes">
            {at.left.map((leg) => (
              <li key={`${leg.cycle} ${leg.bond} ${leg.staker}`}>
                {cycleText(leg)}: {reasonText(leg)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="error" role="alert">
        {at.reason === null ? refusal : ''}
      </p>
      <div class="form-actions">
        {at.state === 'paused' && (
          <Button kind="primary" disabled={busy} onClick={() => run(commands.resumeClaims)}>
            {t('staking.claim.continue')}
          </Button>
        )}
        <Button kind="quiet" disabled={busy} onClick={() => run(commands.stopClaims)}>
          {t(at.state === 'done' ? 'activity.dismiss' : 'staking.claim.stop')}
        </Button>
      </div>
    </Card>
  )

  function statusText({ state: reached, current, reason }: ClaimProgress): string {
    if (reached === 'done') return t('staking.claim.sent')
    const cycle = current === null ? '—' : f.integer(current.cycle)
    if (reason === 'not-signed') return t('staking.claim.not-signed', { cycle })
    if (reason === 'interrupted') return t('staking.claim.interrupted', { cycle })
    if (reason !== null) return t(`commands.${reason}`)
    return t('staking.claim.asking', { cycle })
  }

  function cycleText({ cycle, bond }: ClaimLeg): string {
    return bond === null
      ? t('staking.claims.cycle', { cycle: f.integer(cycle) })
      : t('staking.claims.bond', { cycle: f.integer(cycle), bond: f.integer(bond) })
  }

  /** Why a claim would fail, by what is known of it now. */
  function reasonText(leg: ClaimLeg): string {
    const { cycle, bond, staker } = leg
    // An operator claims it for someone whose state is not known here.
    if (staker !== undefined) return t('staking.claim.changed')
    const found = checkStakingCall(state, { kind: 'claim', cycle, bond })
    const blocker = found.find(({ kind }) => kind === 'refused')
    if (!blocker) return t('staking.claim.changed')
    return blockerText(words, blocker, {
      network,
      burnHeight: state.programme?.burnHeight ?? 0n,
      now,
    })
  }
}
