import type { Section } from '../message.ts'

/** What the browser itself shows of the extension: `_locales/` is written from it. */
export const manifest = {
  name: 'Twinstack',
  description:
    'Enroll in Dual Stacking from your wallet, see your boost and what the next STX would add, and be told when rewards land.',
  action: 'Twinstack',
  openPanel: 'Show Twinstack on this page',
} as const satisfies Section
