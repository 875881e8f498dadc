import { buildPages, buildScript, root } from './vite.ts'

const out = 'dist/extension'

// Two parts of @stacks/connect that the bridge never runs and one classic script would have to inline: WalletConnect (332 kB gz) and the modal.
const requestsOnly = {
  resolve: {
    alias: {
      '@reown/appkit-universal-connector': `${root}src/cli/build/no-wallet-connect.ts`,
      '@stacks/connect-ui/loader': `${root}src/cli/build/no-connect-ui.ts`,
    },
  },
}

/** dist/extension: pages and workers, then one script each for the background, the injected relay and panel, and the bridge in the page's own world. */
export async function extension(): Promise<void> {
  await buildPages('src/extension', ['popup/popup.html'], out)
  await buildScript('src/extension/background/main.ts', out, 'background')
  await buildScript('src/extension/relay/main.ts', out, 'relay')
  await buildScript('src/extension/content/panel.tsx', out, 'panel')
  await buildScript('src/extension/bridge/main.ts', out, 'bridge', requestsOnly)
}
