import { copyFile } from 'node:fs/promises'
import { buildPages, buildScript, root } from './vite.ts'

const from = 'test/support/demo-wallet'
const out = 'build/demo-wallet'

/** build/demo-wallet: the second extension of the demo and the browser tests; it never ships. */
export async function demoWallet(): Promise<void> {
  await buildPages(from, ['approve.html'], out)
  for (const script of ['background', 'page', 'relay']) await buildScript(`${from}/${script}.ts`, out, script)
  await copyFile(`${root}${from}/manifest.json`, `${root}${out}/manifest.json`)
}
