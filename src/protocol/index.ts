/**
 * Dual Stacking: its maths, the contract as a model, projections, the golden ratio, the planner and
 * the audit.
 */
export * as dualStacking from './dual-stacking/index.ts'
/**
 * Bitcoin Staking (PoX-5): its maths, the contracts as a model, projections, the planner and the
 * audit.
 */
export * as bitcoinStaking from './bitcoin-staking/index.ts'
/** Hyperstaking: Dusk's stake and transfer contracts, pools, projections and simulations. */
export * as hyperstaking from './hyperstaking/index.ts'
