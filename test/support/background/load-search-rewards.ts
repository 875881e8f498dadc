/** The module as the life under way has it, with its own browser. */
export const loadSearchRewards = () =>
  import('../../../src/extension/background/dual-stacking/rewards/search-rewards.ts')
