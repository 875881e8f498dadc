import { shortAddress } from '../format/address.ts'
import { useWords } from '../messages/words.ts'
import { IconButton } from '../parts/button.tsx'
import { Icon, Mark } from '../parts/icon.tsx'
import type { Account } from '../state.ts'

interface HeaderProps {
  account: Account | null
  network: 'mainnet' | 'testnet' | 'devnet'
  onAccounts: () => void
  onSettings: () => void
}

export function Header({ account, network, onAccounts, onSettings }: HeaderProps) {
  const { t } = useWords()
  return (
    <header>
      <Mark />
      {account && (
        <button id="accounts" type="button" class="acct" title={t('accounts.switch')} onClick={onAccounts}>
          {account.kind === 'watch' ? <Icon name="eye" /> : <i class="dot" />}
          <span class="acct-name">{account.label ?? shortAddress(account.address)}</span>
          <span class="sr">{account.kind === 'watch' ? t('accounts.watchOnly') : t('accounts.switch')}</span>
        </button>
      )}
      <span class="net">{t(`network.${network}`)}</span>
      <IconButton id="settings" label={t('nav.settings')} onClick={onSettings}><Icon name="menu" /></IconButton>
    </header>
  )
}
