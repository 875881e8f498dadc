import { copyFile } from 'node:fs/promises'
import { replaceOutput } from './replace-output.ts'
import { buildPages, buildScript, root } from './vite.ts'

const from = 'src/dev/demo-wallet'

/** Build/demo-wallet: the second extension of the demo and the browser tests; it never ships. */
export const buildDemoWallet = (): Promise<void> =>
  replaceOutput('build/demo-wallet', async (out) => {
    await buildPages(from, ['approve.html'], out)
    for (const script of ['background', 'page', 'relay'])
      await buildScript(`${from}/${script}.ts`, out, script)
    await copyFile(`${root}${from}/manifest.json`, `${root}${out}/manifest.json`)
  })
