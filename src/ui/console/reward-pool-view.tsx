import type { CommandResult } from '../../app/command-result.ts'
import type { Known } from '../../chain/known.ts'
import { useWords } from '../hooks/use-words.ts'
import { Card } from '../parts/card.tsx'
import { FullAddress } from '../parts/full-address.tsx'
import { KnownValue } from '../parts/known-value.tsx'
import type { WalletWindowProps } from '../parts/wallet-window.tsx'
import { FundForm } from './fund-form.tsx'

interface PoolViewProps {
  /** What the wallet shows of a call that sends sBTC; null: no account. */
  signing?: Omit<WalletWindowProps, 'moves'> | null
  contract: string
  /** Whether the contract is one that the user has added. */
  isOwn?: boolean
  poolSats: Known<bigint>
  capSats: Known<bigint>
  /** Available sBTC of the funding account, sats; null: no account. */
  ownSats: bigint | null
  onFund: ((sats: bigint) => Promise<CommandResult>) | null
}

function bindingLimit(poolSats: Known<bigint>, capSats: Known<bigint>): 'pool' | 'cap' | null {
  if (!poolSats.known || !capSats.known) return null
  return poolSats.value < capSats.value ? 'pool' : 'cap'
}

/** The pool and the cap, which of them is the limit, and funding the pool. */
export function RewardPoolView({
  contract,
  isOwn = false,
  poolSats,
  capSats,
  ownSats,
  signing,
  onFund,
}: PoolViewProps) {
  const { t, f } = useWords()
  const binds = bindingLimit(poolSats, capSats)
  return (
    <div class="stack">
      <dl class="figures">
        <div>
          <dt>{t('pool.balance')}</dt>
          <dd class="amber">
            <KnownValue of={poolSats}>{(sats) => f.sats(sats)}</KnownValue>
          </dd>
        </div>
        <div>
          <dt>{t('pool.cap')}</dt>
          <dd class="amber">
            <KnownValue of={capSats}>{(sats) => f.sats(sats)}</KnownValue>
          </dd>
        </div>
        {binds && poolSats.known && capSats.known && (
          <div>
            <dt>{t('pool.binds')}</dt>
            <dd>
              {binds === 'pool'
                ? t('pool.poolBinds', { missing: f.sats(capSats.value - poolSats.value) })
                : t('pool.capBinds', { left: f.sats(poolSats.value - capSats.value) })}
            </dd>
          </div>
        )}
      </dl>
      <Card title={t('pool.fund')}>
        <p class="muted">{t('pool.fund.how')}</p>
        <FullAddress address={contract} copy />
        {isOwn && <p class="note">{t('pool.own')}</p>}
        {onFund ? (
          <FundForm ownSats={ownSats} signing={signing} onFund={onFund} />
        ) : (
          <p class="muted">{t('console.noAccount')}</p>
        )}
      </Card>
    </div>
  )
}
