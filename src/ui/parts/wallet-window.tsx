import type { ComponentChildren } from 'preact'
import { useWords } from '../hooks/use-words.ts'
import { FullAddress } from './full-address.tsx'

export interface WalletWindowProps {
  account: string
  /** Absent: the wallet has no other. */
  network?: 'mainnet' | 'testnet' | 'devnet'
  contract: string
  /** Empty: the contract itself is deployed. */
  functionName: string
  /** Of the page that the window opens on; null: not known here. */
  host?: string | null
  /** What it transfers; absent: nothing. */
  moves?: ComponentChildren
  /** Whether the wallet says that the key is on a Ledger; absent: no word about it. */
  ledger?: boolean
}

/**
 * What the wallet's window shows for a call, to compare it with: wallets choose the account
 * themselves, and name the page that they open on.
 */
export function WalletWindow({
  account,
  network,
  contract,
  functionName,
  host,
  moves,
  ledger,
}: WalletWindowProps) {
  const { t } = useWords()
  return (
    <div class="stack">
      <p class="label">{t('window.title')}</p>
      <dl class="effects">
        <dt>{t('window.account')}</dt>
        <dd>
          <FullAddress address={account} />
        </dd>
        {network && (
          <>
            <dt>{t('window.network')}</dt>
            <dd>{t(`network.${network}`)}</dd>
          </>
        )}
        {functionName !== '' && (
          <>
            <dt>{t('window.function')}</dt>
            <dd>
              <code>{functionName}</code>
            </dd>
          </>
        )}
        <dt>{t(functionName === '' ? 'window.deploys' : 'window.contract')}</dt>
        <dd class="wrap">
          <code>{contract}</code>
        </dd>
        <dt>{t('window.moves')}</dt>
        <dd>{moves ?? t('window.moves.nothing')}</dd>
        <dt>{t('window.from')}</dt>
        <dd>{host ? t('window.from.host', { host }) : t('window.from.page')}</dd>
      </dl>
      <p class="note">{t('window.other')}</p>
      {ledger !== undefined && (
        <p class="note">{t(ledger ? 'window.ledger' : 'window.ledger.hint')}</p>
      )}
    </div>
  )
}
