import type { AppState } from '../app-state.ts'

/**
 * Addresses that this profile has dealt with: its accounts, where its rewards have gone, and where
 * they go now.
 */
export const familiarAddresses = (state: AppState): string[] => [
  ...new Set([
    ...state.accounts.map(({ address }) => address),
    ...state.rewards.map(({ rewardAddress }) => rewardAddress),
    ...Object.values(state.readings).flatMap(({ rewardAddress }) =>
      rewardAddress.known && rewardAddress.value ? [rewardAddress.value] : [],
    ),
  ]),
]
