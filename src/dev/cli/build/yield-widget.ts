import { noSigning } from './no-signing.ts'
import { noWalletListings } from './no-wallet-listings.ts'
import { pureEnums } from './pure-enums.ts'
import { stubs } from './stubs.ts'
import { dist, root } from './vite.ts'
import { buildWidgetFolder } from './widget-folder.ts'

export const yieldOut = `${root}${dist}/widget/yield`

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
