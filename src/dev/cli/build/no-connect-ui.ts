/**
 * Replaces `@stacks/connect-ui` and its loader: wallets are chosen in our own views, so its modal
 * never opens, and the choice is kept by us alone, never in a page's storage.
 */
export const defineCustomElements = (): Promise<void> => Promise.resolve()
export const getProvider = (): undefined => undefined
export const getProviderFromId = (): undefined => undefined
export const getSelectedProviderId = (): null => null
export const setSelectedProviderId = (): void => undefined
export const clearSelectedProviderId = (): void => undefined
export const isProviderSelected = (): boolean => false
export const getInstalledProviders = (): [] => []
