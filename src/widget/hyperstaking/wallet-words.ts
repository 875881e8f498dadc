import type { CallProblemCode } from '../../chain/dusk/call-problems.ts'
import { hyperstakingWallet } from '../../words/en/hyperstaking-wallet.ts'

export type WalletKey = keyof typeof hyperstakingWallet

/** The sentences around a wallet, and those of calls that a pool would refuse. */
export interface WalletWords {
  t(key: WalletKey, values?: Record<string, string>): string
  refusal(code: CallProblemCode): Promise<string>
}

const make = (
  section: Record<WalletKey, unknown>,
  refusals: () => Promise<Record<string, unknown>>,
): WalletWords => ({
  t: (key, values = {}) =>
    (section[key] as string).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
  refusal: async (code) => (await refusals())[`hyper.problem.${code}`] as string,
})

/**
 * The words of the language that the widget speaks. Refusals come from the catalogue that all
 * surfaces share.
 */
export async function loadWalletWords(locale: string): Promise<WalletWords> {
  if (locale === 'es')
    return make(
      (await import('../../words/es/hyperstaking-wallet.ts')).hyperstakingWallet,
      async () => (await import('../../words/es/hyperstaking.ts')).hyperstaking,
    )
  if (locale === 'zh-CN')
    return make(
      (await import('../../words/zh-CN/hyperstaking-wallet.ts')).hyperstakingWallet,
      async () => (await import('../../words/zh-CN/hyperstaking.ts')).hyperstaking,
    )
  return make(
    hyperstakingWallet,
    async () => (await import('../../words/en/hyperstaking.ts')).hyperstaking,
  )
}
