import type { Section } from '../message.ts'

/** What the browser itself shows of the extension: `_locales/` is written from it. */
export const manifest = {
  name: 'Twinstack',
  description:
    'See, verify and export your sBTC, STX and DUSK staking rewards, sign with your own wallet, and get notified when rewards arrive.',
  action: 'Twinstack',
  openPanel: 'Show Twinstack on this page',
} as const satisfies Section
