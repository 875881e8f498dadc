import type { CommandResult } from '../../../app/command-result.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'

interface RejectedPayoutProps {
  manager: string
  request: bigint
  /** What was to be paid on Bitcoin, its budget for the fee taken off. */
  sats: bigint
  onReclaim: ((manager: string, request: bigint) => Promise<CommandResult>) | undefined
}

/** A payout on Bitcoin that was rejected: where its sBTC is, and how it comes back. */
export function RejectedPayout({ manager, request, sats, onReclaim }: RejectedPayoutProps) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  if (!onReclaim) return <p>{t('staking.rewards.rejected', { request: f.integer(request) })}</p>
  return (
    <>
      <p>{t('staking.rewards.reclaim.moves', { sats: f.sats(sats) })}</p>
      <Button disabled={busy} onClick={() => run(() => onReclaim(manager, request))}>
        {t('staking.rewards.reclaim')}
      </Button>
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
    </>
  )
}
