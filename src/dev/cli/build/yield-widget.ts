import { isTranslation } from './chunk-names.ts'
import { noSigning } from './no-signing.ts'
import { noWalletListings } from './no-wallet-listings.ts'
import { pureEnums } from './pure-enums.ts'
import { stubs } from './stubs.ts'
import { dist, root } from './vite.ts'
import { buildWidgetFolder } from './widget-folder.ts'

export const yieldOut = `${root}${dist}/widget/yield`

/** Off the path from the core to the question that a wallet is asked, in English. */
const seldom = [
  'snapshot',
  'more-pins',
  'no-wallet-connect',
  'bitcoin-staking-en',
  'account-questions',
  'follow-transaction',
]

/** Of its built files, those that a visitor has loaded when a wallet asks, in English. */
export const walletPathOfYield = (files: readonly { file: string }[]): string[] =>
  files
    .map(({ file }) => file)
    .filter((file) => !isTranslation(file) && !/-(worker|language)\./.test(file))
    .filter((file) => !seldom.includes(file.slice(0, -3)))

/**
 * Dist/widget/yield: `yield.js`, the element `<bitcoin-staking-yield>`; `cssTarget`: browsers that
 * its style is written for.
 */
export const buildYieldWidget = (cssTarget: string[]): Promise<void> =>
  buildWidgetFolder({
    name: 'yield',
    from: `${root}src/widget/bitcoin-staking`,
    out: yieldOut,
    cssTarget,
    plugins: [noSigning(), noWalletListings(), pureEnums()],
    resolve: { alias: stubs },
  })
