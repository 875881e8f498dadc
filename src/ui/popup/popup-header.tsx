import type { ComponentChildren } from 'preact'
import type { FollowedAccount } from '../../app/followed-account.ts'
import { shortAddress } from '../../words/format/address.ts'
import { useWords } from '../hooks/use-words.ts'
import { IconButton } from '../parts/button.tsx'
import { Icon, Mark } from '../parts/icon.tsx'

interface HeaderProps {
  account: FollowedAccount | null
  network: 'mainnet' | 'testnet' | 'devnet'
  /** Newer figures are being read; shown where it moves nothing. */
  refreshing?: boolean
  onAccounts: () => void
  onSettings: () => void
  /** Inside another page, which has its own landmarks. */
  embedded?: boolean
  /** The tabs. */
  children?: ComponentChildren
}

export function PopupHeader({
  account,
  network,
  refreshing,
  onAccounts,
  onSettings,
  embedded,
  children,
}: HeaderProps) {
  const { t } = useWords()
  const Frame = embedded ? 'div' : 'header'
  return (
    <Frame class="top">
      <div class="bar">
        <Mark />
        {!account && <span class="app-name">{t('app.name')}</span>}
        {account && (
          <button
            id="accounts"
            type="button"
            class="acct"
            title={t('accounts.switch')}
            onClick={onAccounts}
          >
            {refreshing ? (
              <i class="spinner small" role="img" aria-label={t('age.refreshing')} />
            ) : (
              <AccountMark kind={account.kind} />
            )}
            <span class="acct-name">{account.label ?? shortAddress(account.address)}</span>
            <span class="sr">
              {account.kind === 'watch' ? t('accounts.watchOnly') : t('accounts.switch')}
            </span>
          </button>
        )}
        {/* Kept without a name: it holds the settings at the end. */}
        <span class="net">{network !== 'mainnet' && t(`network.${network}`)}</span>
        <IconButton id="settings" label={t('nav.settings')} onClick={onSettings}>
          <Icon name="menu" />
        </IconButton>
      </div>
      {children}
    </Frame>
  )
}

const AccountMark = ({ kind }: Pick<FollowedAccount, 'kind'>) =>
  kind === 'watch' ? <Icon name="eye" /> : <i class="dot" />
