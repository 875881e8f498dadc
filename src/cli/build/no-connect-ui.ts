/** Stands for `@stacks/connect-ui/loader` in the bridge: wallets are chosen in our own views, so its modal never opens. */
export const defineCustomElements = (): Promise<void> => Promise.resolve()
