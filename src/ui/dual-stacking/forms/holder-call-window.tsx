import type { Environment } from '../../../app/environment.ts'
import type { FollowedAccount } from '../../../app/followed-account.ts'
import { WalletWindow } from '../../parts/wallet-window.tsx'

interface HolderCallWindowProps {
  functionName: 'enroll' | 'opt-out' | 'change-reward-address'
  account: FollowedAccount
  env: Environment
}

/** What the wallet will show for a holder's call to the contract in use, before it opens. */
export const HolderCallWindow = ({ functionName, account, env }: HolderCallWindowProps) => (
  <WalletWindow
    account={account.address}
    network={env.network}
    contract={env.contract}
    functionName={functionName}
    host={env.walletHost}
    ledger={account.ledger ?? false}
  />
)
