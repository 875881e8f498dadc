import type { CallProblemCode } from '../../chain/dusk/call-problems.ts'
import type { hyperstakingWallet } from '../../words/en/hyperstaking-wallet.ts'
import { loadPoolProblems, loadPoolWallet } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'
import { createTranslate, type Translate } from '../../words/translate.ts'

export type PoolWalletKey = keyof typeof hyperstakingWallet

/** The sentences around a wallet, and those of calls that a pool would refuse. */
export interface PoolWalletWords {
  readonly t: Translate<PoolWalletKey>
  describeProblem(code: CallProblemCode): Promise<string>
}

/** The words of the language that the widget speaks. */
export async function loadPoolWalletWords(tag: string): Promise<PoolWalletWords> {
  const locale = chooseLocale('auto', [tag])
  return {
    t: createTranslate(await loadPoolWallet(locale)),
    describeProblem: async (code) => (await loadPoolProblems(locale))[`hyper.problem.${code}`],
  }
}
