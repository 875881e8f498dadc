import { demoWallet } from '../build/demo-wallet.ts'
import { extension } from '../build/extension.ts'
import { site } from '../build/site.ts'
import { widget } from '../build/widget.ts'

let building: Promise<void> | undefined

/**
 * Builds all that is measured from its files, once in a run: figures of yesterday's build would be
 * no figures.
 */
export const built = (): Promise<void> => (building ??= build())

async function build(): Promise<void> {
  // Otherwise a shell's own NODE_ENV would decide which code of the libraries is measured.
  process.env['NODE_ENV'] = 'production'
  for (const make of [extension, widget, site, demoWallet]) await make()
}
