import { contractErrorKey } from '../../app/dual-stacking/contract-error-text.ts'
import type { Family } from '../../protocol/dual-stacking/errors.ts'
import { loadBoostWallet, loadContractErrors } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'
import type { createTranslate as translate, Translate } from '../../words/translate.ts'
import type { StacksWalletKey } from '../stacks/signing-setup.ts'

/** The sentences around a wallet, and those of the contract's errors. */
export interface BoostWalletWords {
  readonly t: Translate<StacksWalletKey>
  describeError(family: Family | null, errorNumber: number): Promise<string>
}

/** The words of the language that the widget speaks. */
export async function loadBoostWalletWords(
  tag: string,
  createTranslate: typeof translate,
): Promise<BoostWalletWords> {
  const locale = chooseLocale('auto', [tag])
  return {
    t: createTranslate(await loadBoostWallet(locale)),
    async describeError(family, errorNumber) {
      const sentences = await loadContractErrors(locale)
      const key = contractErrorKey((each) => each in sentences, family, errorNumber)
      return createTranslate(sentences)(key, { code: String(errorNumber) })
    },
  }
}
