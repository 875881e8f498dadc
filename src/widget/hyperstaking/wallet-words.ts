import type { CallProblemCode } from '../../chain/dusk/call-problems.ts'
import { poolWallet } from '../../words/en/pool-wallet.ts'

export type WalletKey = keyof typeof poolWallet

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
      (await import('../../words/es/pool-wallet.ts')).poolWallet,
      async () => (await import('../../words/es/hyper.ts')).hyper,
    )
  if (locale === 'zh-CN')
    return make(
      (await import('../../words/zh-CN/pool-wallet.ts')).poolWallet,
      async () => (await import('../../words/zh-CN/hyper.ts')).hyper,
    )
  return make(poolWallet, async () => (await import('../../words/en/hyper.ts')).hyper)
}
