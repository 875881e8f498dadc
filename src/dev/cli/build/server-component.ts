import { writeFile } from 'node:fs/promises'

/** What a widget's entry is in a module that React renders on a server alone. */
const NAME = 'server-component.js'
const SAID =
  'A server component never reaches the browser, so it cannot define a Twinstack widget: import ' +
  "the widget in a file that begins with 'use client', and render what that file exports."

/**
 * The file that such an import gets: it stops the partner's build with a sentence. Without it, the
 * page would be built, and stay blank where the widget is.
 */
export const writeServerComponentEntry = (out: string): Promise<void> =>
  writeFile(`${out}/${NAME}`, `throw new Error(${JSON.stringify(SAID)})\n`)
