import { buildDemoWallet } from './demo-wallet.ts'
import { buildExtension } from './extension.ts'
import { buildKeeper } from './keeper.ts'
import { buildLibrary } from './lib.ts'
import { buildSite } from './site.ts'
import { buildWidget } from './widget.ts'

/** What can be built, by its name on the command line, in dependency order. */
export const outputs = {
  extension: buildExtension,
  widget: buildWidget,
  lib: buildLibrary,
  keeper: buildKeeper,
  site: buildSite,
  'demo-wallet': buildDemoWallet,
}
export type Output = keyof typeof outputs

export const isOutput = (name: string): name is Output => Object.hasOwn(outputs, name)
