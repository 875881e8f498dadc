/** Replaces `@reown/appkit-universal-connector` in scripts that never offer WalletConnect. */
export const UniversalConnector = {
  init: () => Promise.reject(new Error('WalletConnect is not part of this script')),
}
