import type { bitcoinStakingWallet } from '../../words/en/bitcoin-staking-wallet.ts'
import { loadBoostWallet, loadYieldWallet } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'
import { createTranslate, type Translate } from '../../words/translate.ts'
import type { StacksWalletKey } from '../stacks/signing-setup.ts'

export type YieldWalletKey = keyof typeof bitcoinStakingWallet

/** The sentences around a wallet: its own, and those of both Stacks widgets. */
export interface YieldWalletWords {
  readonly t: Translate<YieldWalletKey | StacksWalletKey>
}

/** The words of the language that the widget speaks. */
export async function loadYieldWalletWords(tag: string): Promise<YieldWalletWords> {
  const locale = chooseLocale('auto', [tag])
  const [shared, own] = await Promise.all([loadBoostWallet(locale), loadYieldWallet(locale)])
  return { t: createTranslate({ ...shared, ...own }) }
}
