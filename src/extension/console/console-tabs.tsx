import type { ComponentType } from 'preact'
import type { ConsoleSection } from '../../ui/console/console-view.tsx'
import type { ConsoleContext } from './console-context.ts'
import { AdminTab } from './views/admin.tsx'
import { AuditTab } from './views/audit.tsx'
import { CycleTab } from './views/cycle.tsx'
import { DeployTab } from './views/deploy.tsx'
import { HyperstakingTab } from './views/hyperstaking.tsx'
import { ParticipantsTab } from './views/participants.tsx'
import { PoolTab } from './views/pool.tsx'
import { ReadsTab } from './views/reads.tsx'
import { RewardsTab } from './views/rewards.tsx'
import { ShareTab } from './views/share.tsx'
import { StakingAuditTab } from './views/staking-audit.tsx'
import { StakingClaimsTab } from './views/staking-claims.tsx'
import { StakingManagerTab } from './views/staking-manager.tsx'
import { StakingManagersTab } from './views/staking-managers.tsx'
import { StakingTab } from './views/staking.tsx'

interface ConsoleTab {
  section: ConsoleSection
  View: ComponentType<ConsoleContext>
  /** Absent: always there. */
  isThere?: (context: ConsoleContext) => boolean
}

/**
 * The console's sections in their order; a further one is a further line, and its name in
 * ui/console/console-view.
 */
export const consoleTabs: readonly ConsoleTab[] = [
  { section: 'cycle', View: CycleTab },
  { section: 'participants', View: ParticipantsTab },
  { section: 'rewards', View: RewardsTab },
  { section: 'pool', View: PoolTab },
  {
    section: 'admin',
    View: AdminTab,
    isThere: ({ chain, operator }) => operator !== null && chain.capabilities?.admin === operator,
  },
  { section: 'reads', View: ReadsTab },
  { section: 'audit', View: AuditTab },
  { section: 'deploy', View: DeployTab },
  { section: 'share', View: ShareTab },
  { section: 'staking', View: StakingTab },
  { section: 'staking-managers', View: StakingManagersTab },
  { section: 'staking-manager', View: StakingManagerTab },
  { section: 'staking-claims', View: StakingClaimsTab },
  { section: 'staking-audit', View: StakingAuditTab },
  { section: 'hyperstaking', View: HyperstakingTab },
]
