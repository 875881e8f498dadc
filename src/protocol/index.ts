/**
 * Dual Stacking: its maths, the contract as a model, projections, the golden ratio, the planner and
 * the audit.
 */
export * as dualStacking from './dual-stacking/index.ts'
/** Hyperstaking: Dusk's stake and transfer contracts, pools, projections and simulations. */
export * as hyperstaking from './hyperstaking/index.ts'
