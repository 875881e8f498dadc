import type { Plugin } from 'vite'

const ICON = /"data:image\/svg\+xml;base64,[\w+/=]+"/g
const PAGE = /(\w+Url:)"https:[^"]*"/g

/**
 * Takes the wallets' pictures, pages and places in stores out of @stacks/connect: only its modal
 * shows them, which is not built in.
 */
export const noWalletListings = (): Plugin => ({
  name: 'twinstack:no-wallet-listings',
  transform: (code, id) =>
    id.includes('/@stacks/connect/dist/')
      ? { code: code.replaceAll(ICON, '""').replaceAll(PAGE, '$1""'), map: null }
      : undefined,
})
