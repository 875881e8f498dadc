import { useEffect } from 'preact/hooks'
import type { AppState } from '../../app/app-state.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import type { ConsoleCommands } from './console-commands.ts'

/** What the background keeps of Bitcoin Staking, which it reads from now on if it has not. */
export function useFollowed(
  { staking }: AppState,
  { followStaking }: Pick<ConsoleCommands, 'followStaking'>,
): StakingState | undefined {
  const isFollowed = staking?.settings.isFollowed ?? true
  useEffect(() => {
    if (!isFollowed) void followStaking()
  }, [isFollowed])
  return staking
}
