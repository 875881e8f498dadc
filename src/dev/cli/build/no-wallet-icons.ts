import type { Plugin } from 'vite'

const ICON = /"data:image\/svg\+xml;base64,[\w+/=]+"/g

/**
 * Takes the wallets' pictures out of @stacks/connect: only its modal shows them, which is not built
 * in.
 */
export const noWalletIcons = (): Plugin => ({
  name: 'twinstack:no-wallet-icons',
  transform: (code, id) =>
    id.includes('/@stacks/connect/dist/')
      ? { code: code.replaceAll(ICON, '""'), map: null }
      : undefined,
})
