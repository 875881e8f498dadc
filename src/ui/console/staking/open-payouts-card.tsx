import type { CommandResult } from '../../../app/command-result.ts'
import type { OpenPayouts } from '../../../chain/stacks/bitcoin-staking/operator/read-open-payouts.ts'
import type { OpenPayout } from '../../../chain/stacks/bitcoin-staking/operator/read-payout-request.ts'
import { shortAddress } from '../../../words/format/address.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useWords } from '../../hooks/use-words.ts'
import { Button } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { StakingTable } from './staking-table.tsx'

interface OpenPayoutsCardProps {
  of: OpenPayouts
  /** What getting one back cost last, microSTX; null is unknown. */
  feeMicroStx: bigint | null
  /** A call is under way, or the chain is being read again. */
  pending: boolean
  /** Returns one to its holder, or settles one that was paid; null: no account to sign with. */
  onEnd: ((kind: 'reclaim' | 'settle', payout: OpenPayout) => Promise<CommandResult>) | null
}

const rank = { rejected: 0, pending: 1, accepted: 2 } as const

/**
 * Payouts on Bitcoin that a manager owes: those that were rejected can be returned, those that were
 * paid settled.
 */
export function OpenPayoutsCard({ of, feeMicroStx, pending, onEnd }: OpenPayoutsCardProps) {
  const { t, f } = useWords()
  const { busy, refusal, run } = useCommand()
  const payouts = of.payouts.toSorted((one, other) => rank[one.state] - rank[other.state])
  const hasRejected = payouts.some(({ state }) => state === 'rejected')
  const hasAccepted = payouts.some(({ state }) => state === 'accepted')
  return (
    <Card title={t('console.staking.payouts')}>
      {payouts.length === 0 && of.missingSats === 0n ? (
        <p class="muted">{t('console.staking.payouts.none')}</p>
      ) : (
        <StakingTable
          label={t('console.staking.payouts')}
          head={[
            t('console.staking.batch.holder'),
            t('console.staking.step'),
            t('console.staking.step.why'),
            t('console.staking.step.sats'),
            t('console.staking.payouts.request'),
          ]}
        >
          {payouts.map((payout) => (
            <tr key={payout.request}>
              <td title={payout.staker} class="mono">
                {shortAddress(payout.staker)}
              </td>
              <td>
                {onEnd && payout.state === 'rejected' && (
                  <Button
                    disabled={busy || pending}
                    onClick={() => run(() => onEnd('reclaim', payout))}
                  >
                    {t('console.staking.payouts.return', { sats: f.sats(payout.sats) })}
                  </Button>
                )}
                {onEnd && payout.state === 'accepted' && (
                  <Button
                    kind="plain"
                    disabled={busy || pending}
                    onClick={() => run(() => onEnd('settle', payout))}
                  >
                    {t('console.staking.payouts.settle', { request: f.integer(payout.request) })}
                  </Button>
                )}
                {(!onEnd || payout.state === 'pending') && '—'}
              </td>
              <td>{t(`console.staking.payouts.${payout.state}`)}</td>
              <td>{f.sats(payout.sats)}</td>
              <td>{f.integer(payout.request)}</td>
            </tr>
          ))}
        </StakingTable>
      )}
      {of.missingSats > 0n && (
        <p class="note">{t('console.staking.payouts.missing', { sats: f.sats(of.missingSats) })}</p>
      )}
      {hasRejected && (
        <p class="muted">
          {t('console.staking.payouts.how')}{' '}
          {feeMicroStx === null
            ? t('console.staking.batch.feeUnknown')
            : t('console.staking.payouts.fee', { stx: f.stx(feeMicroStx) })}
        </p>
      )}
      {hasAccepted && <p class="muted">{t('console.staking.payouts.settle.how')}</p>}
      {(hasRejected || hasAccepted) && !onEnd && <p class="muted">{t('console.noAccount')}</p>}
      {refusal && (
        <p class="error" role="alert">
          {refusal}
        </p>
      )}
    </Card>
  )
}
