import {
  accountsItem,
  connectionItem,
  journalItem,
} from '../../../src/app/dual-stacking/stored-items.ts'
import {
  duskItem,
  duskJournalItem,
  duskSettingsItem,
} from '../../../src/app/hyperstaking/stored-items.ts'
import { settingsItem } from '../../../src/app/stored/shared-items.ts'
import { parseItem, storedForm, type StoredItem } from '../../../src/app/stored/stored-item.ts'
import { builtInDeployments, embeddedDeployment } from '../../../src/chain/stacks/deployments.ts'
import { embeddedSettings } from '../../../src/dev/browser/embedded-settings.ts'
import { namedAccount, namedContract } from '../../../src/protocol/hyperstaking/core/ids.ts'
import type { JobOutcome } from '../../../src/wallet/bridge/job-outcome.ts'
import { createDuskIntent } from '../../../src/wallet/dusk/create-dusk-intent.ts'
import type { DuskIntent } from '../../../src/wallet/dusk/dusk-intent.ts'
import { createStacksIntent } from '../../../src/wallet/stacks/advance-stacks-intent.ts'
import { optOutCall } from '../../../src/wallet/stacks/holder-calls.ts'
import type { StacksIntent } from '../../../src/wallet/stacks/stacks-intent.ts'
import { freshDusk, freshStacks } from '../baselines.ts'
import type { FakeBrowser } from './fake-browser.ts'

export const ME = 'ST2CY5V39NHDPWSXMW9QDT3HC3GD6Q6XX4CFRK9AG'
export const OTHER = 'ST2JHG361ZXG51QTKY2NQCVBPPRRE2KZB1HR05NNC'
const NOW = Date.now()

/** What an intent of any chain looks like in storage. */
export interface StoredIntent {
  id: string
  state: string
  failure: string | null
  txid: string | null
  tabId: number | null
  nonce: string | null
  dismissed: boolean
  baseline?: object | null | undefined
  sent?: string | null | undefined
}

/** The same story on one chain: what is stored before, how it is asked, what is stored after. */
export interface SigningScenario {
  chain: string
  /** Storage of a browser in which a wallet is connected and these intents were made. */
  stored(...intents: Partial<StoredIntent>[]): Record<string, unknown>
  intents(fake: FakeBrowser): StoredIntent[]
  connection(fake: FakeBrowser): { id: string; stage: string; failure: string | null } | null
  /** Addresses that the connected accounts have. */
  accounts(fake: FakeBrowser): string[]
  command(
    name: 'retry' | 'dismiss' | 'connect' | 'cancelConnect',
    values?: object,
  ): { type: string }
  walletId: string
  /** Addresses that a wallet may give, one of which is kept. */
  given: string[]
  signed(txid: string): JobOutcome
  /** The same as the chain stores it. */
  storedTxid(txid: string): string
}

const read = <T>(fake: FakeBrowser, item: StoredItem<T>): T => {
  const parsed = parseItem(item, fake.state.stored[item.key])
  if (!parsed.ok) throw new Error(`${item.key} is ${parsed.code}`)
  return parsed.value
}
const store = <T>(item: StoredItem<T>, value: T) => [item.key, storedForm(item, value)] as const

export const embedded = {
  ...builtInDeployments.find(({ id }) => id === embeddedDeployment)!,
  apiBases: ['http://127.0.0.1:3999'],
}

export const stacksIntent = (change: Partial<StoredIntent>): StacksIntent => ({
  ...createStacksIntent('i1', 'opt-out', optOutCall(embedded, ME), NOW),
  // An intent whose wallet was asked, while the account was as `createAccountHosts` has it.
  baseline: change.nonce ? { ...freshStacks, at: NOW, nonce: 7, height: 100 } : null,
  ...(change as Partial<StacksIntent>),
  nonce: null,
  walletId: 'leather',
})

export const stacksScenario: SigningScenario = {
  chain: 'Stacks',
  stored: (...intents) =>
    Object.fromEntries([
      store(settingsItem, embeddedSettings('http://127.0.0.1:3999')),
      store(accountsItem, {
        list: [{ address: ME, label: null, kind: 'wallet' as const, walletId: 'leather' }],
        selected: ME,
        since: {},
      }),
      store(
        journalItem,
        intents.map((change) => ({
          intent: stacksIntent(change),
          dismissed: change.dismissed ?? false,
          nonce: change.nonce ?? null,
        })),
      ),
    ]),
  intents: (fake) =>
    read(fake, journalItem).map(({ intent, dismissed, nonce }) => ({
      ...intent,
      dismissed,
      nonce,
    })),
  connection: (fake) => read(fake, connectionItem),
  accounts: (fake) => read(fake, accountsItem).list.map(({ address }) => address),
  command: (name, values) => ({ type: name, ...values }),
  walletId: 'leather',
  given: [OTHER],
  signed: (txid) => ({ result: 'signed', txid: `0x${txid}`, transaction: null }),
  storedTxid: (txid) => `0x${txid}`,
}

const alice = namedAccount('alice')
const pool = namedContract('liquid pool')

export const duskIntent = ({ txid, ...change }: Partial<StoredIntent>): DuskIntent => ({
  ...createDuskIntent(
    'i1',
    {
      action: 'withdraw',
      pool: { id: pool, name: 'Pool' },
      lux: 5_000_000_000n,
      request: {
        network: 'local',
        caip2: 'dusk:0',
        ownNodes: [],
        account: alice,
        call: {
          kind: 'contract_call',
          privacy: 'public',
          contractId: `0x${pool}`,
          fnName: 'unstake',
          fnArgs: '0x00',
          amount: '0',
          deposit: '0',
          gas: { limit: '1', price: '1' },
        },
      },
    },
    NOW,
  ),
  baseline: change.nonce ? { ...freshDusk, nonce: 7n, height: 100n } : null,
  ...(change as Partial<DuskIntent>),
  ...(txid !== undefined && { hash: txid }),
})

export const duskScenario: SigningScenario = {
  chain: 'Dusk',
  stored: (...intents) =>
    Object.fromEntries([
      store(settingsItem, embeddedSettings('http://127.0.0.1:3999')),
      store(duskSettingsItem, {
        network: 'local',
        base: 'http://127.0.0.1:3998',
        alerts: { rewards: null, below: null },
      }),
      store(duskItem, {
        ...duskItem.initial(),
        account: { address: alice, walletId: 'dusk.wallet', walletName: 'Dusk Wallet', others: 0 },
      }),
      store(
        duskJournalItem,
        intents.map(({ dismissed = false, ...change }) => ({
          intent: duskIntent(change),
          dismissed,
        })),
      ),
    ]),
  intents: (fake) =>
    read(fake, duskJournalItem).map(({ intent: { hash, ...intent }, dismissed }) => ({
      ...intent,
      txid: hash,
      dismissed,
    })),
  connection: (fake) => read(fake, duskItem).connection,
  accounts: (fake) => {
    const { account } = read(fake, duskItem)
    return account ? [account.address] : []
  },
  command: (name, values) => ({ type: `dusk/${name}`, ...values }),
  walletId: 'dusk-1',
  given: [namedAccount('bob'), namedAccount('carol')],
  signed: (txid) => ({ result: 'signed', txid, transaction: null }),
  storedTxid: (txid) => txid,
}

export const scenarios = [stacksScenario, duskScenario]
