/**
 * The longest lists that one transaction can carry within a block's cost limits, for the functions
 * where that is less than what the function takes; measured with the worst rows and our
 * liquid-stacking contract (docs/contract-costs.md). They fill a whole block: on a public network
 * send less. `live` is the build that captures balances live (docs/contract-live.md).
 */
export const batchLimits = {
  v1: { 'capture-snapshot-balances': 749 },
  live: { 'capture-snapshot-balances': 680, 'calculate-participant-weights': 713 },
} as const satisfies Record<'v1' | 'live', Readonly<Record<string, number>>>
