import { ManagersList } from '../../../ui/bitcoin-staking/managers/managers-list.tsx'
import { useNow } from '../../../ui/hooks/use-now.ts'
import type { ConsoleContext } from '../console-context.ts'
import { useFollowed } from '../use-followed.ts'
import { StakingUnread } from './staking-unread.tsx'

/** What a stake is compared for at first: as much as a manager needs, 50,000 STX. */
const FIRST_MICRO_STX = 50_000_000_000n

/** Every signer manager of the program, as holders see them: sorted, filtered, compared. */
export function StakingManagersTab({ state, commands }: ConsoleContext) {
  const now = useNow()
  const followed = useFollowed(state, commands)
  if (!followed?.programme) return <StakingUnread problem={null} />
  return (
    <ManagersList
      state={followed}
      commands={commands.staking}
      now={now}
      microStx={FIRST_MICRO_STX}
    />
  )
}
