import { writeBrowserLocales } from './browser-locales.ts'
import { replaceOutput } from './replace-output.ts'
import { recordModules } from './shipped-modules.ts'
import { buildPages, buildScript, dist, root } from './vite.ts'

// Parts of @stacks/connect that never run: its modal nowhere, and in the bridge WalletConnect (332
// kB gz), which one classic script would have to inline.
const noModal = { '@stacks/connect-ui/loader': `${root}src/dev/cli/build/no-connect-ui.ts` }
const noWalletConnect = {
  '@reown/appkit-universal-connector': `${root}src/dev/cli/build/no-wallet-connect.ts`,
}

const pagesInTabs = ['console', 'welcome', 'statement'].map((name) => `${name}/${name}.html`)

/**
 * Dist/extension: pages and workers, then one script each for the background, the injected relay
 * and the panel's place, and the bridge in the page's own world.
 */
export async function buildExtension(): Promise<void> {
  await writeBrowserLocales(`${root}_locales`)
  await replaceOutput(`${dist}/extension`, async (out) => {
    const first = { ...recordModules('extension'), resolve: { alias: noModal } }
    const later = { ...first, build: { emptyOutDir: false } }
    // The panel shows what the popup shows, in a frame: they share their chunks.
    await buildPages('src/extension', ['popup/popup.html', 'panel/panel.html'], out, first)
    // Pages in tabs of their own share theirs; the popup's are cut for its first paint.
    await buildPages('src/extension', pagesInTabs, out, { ...later, assets: 'console/assets' })
    await buildPages('src/extension', ['walletconnect/walletconnect.html'], out, {
      ...later,
      assets: 'walletconnect/assets',
    })
    await buildScript(
      'src/extension/background/main.ts',
      out,
      'background',
      recordModules('extension'),
    )
    await buildScript('src/extension/relay/main.ts', out, 'relay', recordModules('extension'))
    await buildScript('src/extension/content/panel.ts', out, 'panel', recordModules('extension'))
    await buildScript('src/extension/bridge/main.ts', out, 'bridge', {
      ...recordModules('extension'),
      resolve: { alias: { ...noModal, ...noWalletConnect } },
    })
  })
}
