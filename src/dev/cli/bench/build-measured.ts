import { buildDemoWallet } from '../build/demo-wallet.ts'
import { buildExtension } from '../build/extension.ts'
import { buildSite } from '../build/site.ts'
import { buildWidget } from '../build/widget.ts'

let building: Promise<void> | undefined

/**
 * Builds everything that is measured from its files, once per run: figures of an old build would be
 * worthless.
 */
export const buildMeasured = (): Promise<void> => (building ??= build())

async function build(): Promise<void> {
  // Otherwise a shell's own NODE_ENV would decide which code of the libraries is measured.
  process.env['NODE_ENV'] = 'production'
  for (const make of [buildExtension, buildWidget, buildSite, buildDemoWallet]) await make()
}
