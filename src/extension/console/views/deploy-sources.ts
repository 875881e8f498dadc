import type { Deployment } from '../../../chain/stacks/deployments.ts'

/** Mainnet's, which the sources name. */
const SBTC = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token'

/**
 * The contracts of the live-capture build, each after those that it refers to; loaded when wanted,
 * and deployed under their own names, but for the last.
 */
export const deploySources = [
  {
    name: 'bitcoin-block-buffer-live',
    load: () => import('../../../contracts/bitcoin-block-buffer-live.clar?raw'),
  },
  {
    name: 'liquid-stacking-live',
    load: () => import('../../../contracts/liquid-stacking-live.clar?raw'),
  },
  {
    name: 'dual-stacking-live',
    load: () => import('../../../contracts/dual-stacking-live.clar?raw'),
  },
] as const
/** The contract that people enroll in. */
export const mainSource = deploySources[2].name

/** A source for a network: it names the sBTC token there. */
export const loadSource = async (
  { load }: (typeof deploySources)[number],
  { sbtcToken }: Deployment,
): Promise<string> => (await load()).default.replaceAll(SBTC, sbtcToken)
