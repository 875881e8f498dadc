import type { CheckedAddress } from '../chain/stacks/check-address.ts'
import type { AnnouncedLife } from '../chain/stacks/programme-life.ts'
import type { ReadProgramme } from './dual-stacking/programme/programme-target.ts'

/**
 * What views need besides the state: facts and checks of lower floors and of their surface.
 */
export interface Environment {
  network: 'mainnet' | 'testnet' | 'devnet'
  /** What was announced of the programme in use; what is read of the chain overrules it. */
  announced?: AnnouncedLife | null
  /** Id of the contract in use. */
  contract: string
  /** What replaced the contract in use; null: nothing. */
  successor?: { id: string; label: string } | null
  /** Hosts of the contract in use, where they are not the network's own. */
  apiBases?: readonly string[]
  /**
   * False until the check of addresses is loaded: a form that needs it cannot be sent before.
   */
  canCheck: boolean
  /**
   * Host of the page that a wallet's window would open on, which it names as the asker; null: not
   * known.
   */
  walletHost: string | null
  checkAddress(text: string): CheckedAddress
  /** Address of a page about a transaction; null where no explorer knows the network. */
  transactionUrl(txid: string): string | null
  /** Reads a programme from its network; absent where that cannot be asked for. */
  readProgramme?: ReadProgramme
  /** The contracts that the programs in use call, each with its page in an explorer. */
  contracts?: readonly { programme: 'dual' | 'staking'; id: string; url: string | null }[]
  /** The page on which wallets are asked where no other is open; null: none is known. */
  signingPage?: string | null
  /** Version of the extension. */
  version?: string
  /** Where the source can be read; absent until there is a public address. */
  source?: string | undefined
  /** Whether its button is pinned to the toolbar; null: the browser does not tell. */
  isPinned?: () => Promise<boolean | null>
  /** The settings in a tab, for a view that has none itself; absent where it has. */
  openSettings?: () => void
  /** Absent where there is no console to open. */
  openConsole?: () => void
  /** What a person may pass on when something does not work; absent where it cannot be read. */
  readDiagnostics?: () => Promise<string>
  /** The page that explains everything in a minute. */
  openWelcome?: () => void
  /** The page of yearly statements; absent where there is none to open. */
  openStatement?: () => void
  /** The same page, with the rewards of Bitcoin Staking. */
  openStakingStatement?: () => void
}
