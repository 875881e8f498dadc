import { root } from './vite.ts'

const stand = (file: string) => `${root}src/dev/cli/build/${file}`

/**
 * What @stacks/connect and @stacks/transactions depend on although neither the widget nor the
 * library runs it: WalletConnect, a modal, polyfills, older versions of themselves, second copies.
 */
export const stubs = [
  { find: '@reown/appkit-universal-connector', replacement: stand('no-wallet-connect.ts') },
  { find: /^@stacks\/connect-ui(\/loader)?$/, replacement: stand('no-connect-ui.ts') },
  { find: '@stacks/transactions-v6', replacement: stand('no-legacy-transactions.ts') },
  { find: '@stacks/network-v6', replacement: stand('no-legacy-network.ts') },
  { find: 'cross-fetch/polyfill', replacement: stand('no-fetch-polyfill.ts') },
  { find: '@scure/base', replacement: stand('no-base-codecs.ts') },
  { find: './base58check', replacement: stand('no-base58.ts') },
  { find: 'lodash.clonedeep', replacement: stand('no-lodash.ts') },
  // The same package again as CommonJS, for c32check.
  { find: /^@noble\/hashes\/(\w+)$/, replacement: `${root}node_modules/@noble/hashes/esm/$1.js` },
]
