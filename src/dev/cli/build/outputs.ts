import { demoWallet } from './demo-wallet.ts'
import { extension } from './extension.ts'
import { lib } from './lib.ts'
import { site } from './site.ts'
import { widget } from './widget.ts'

/** What can be built, by its name on the command line; in the order in which they need each other. */
export const outputs = { extension, widget, lib, site, 'demo-wallet': demoWallet }
export type Output = keyof typeof outputs

export const isOutput = (name: string): name is Output => Object.hasOwn(outputs, name)
