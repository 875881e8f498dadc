import { stakingSettingsItem } from '../../../app/bitcoin-staking/stored-items.ts'
import type { CommandResult } from '../../../app/command-result.ts'
import type { StakingCommand } from '../../staking-messages.ts'
import type { Background } from '../background.ts'
import { keepBondOffer } from './keep-bond-offer.ts'
import { keepManagerRecord } from './keep-manager-record.ts'
import { readOneManager } from './read-one-manager.ts'
import { signStakingCall } from './sign-staking-call.ts'
import { signStakingStep } from './sign-staking-step.ts'
import { verifyClaims } from './verify-claims.ts'

const done: CommandResult = { ok: true }

/** Carries out a command of the Bitcoin Staking tab. */
export async function runStakingCommand(
  { store, stacksSigning, dualStacking, stakingClaims }: Background,
  command: StakingCommand,
): Promise<CommandResult> {
  switch (command.type) {
    case 'staking/follow':
      if (!store.get(stakingSettingsItem).isFollowed) {
        await store.update(stakingSettingsItem, (settings) => ({ ...settings, isFollowed: true }))
        dualStacking.refreshSoon()
      }
      return done
    case 'staking/readManager':
      return readOneManager(store, dualStacking.chain(), command)
    case 'staking/hideComparison':
      await store.update(stakingSettingsItem, (settings) => ({
        ...settings,
        isComparisonHidden: true,
      }))
      return done
    case 'staking/verify':
      return verifyClaims(store, dualStacking.chain(), command.cycle)
    case 'staking/readManagerRecord':
      return keepManagerRecord(store, dualStacking.chain(), command.manager)
    case 'staking/readBondOffer':
      return keepBondOffer(store, dualStacking.chain(), command.bond)
    case 'staking/claimAll':
      return stakingClaims.begin(command.legs, command.tabId)
    case 'staking/resumeClaims':
      return stakingClaims.resume(command.tabId)
    case 'staking/stopClaims':
      return stakingClaims.stop()
    case 'staking/takeStep':
      return signStakingStep(store, stacksSigning, dualStacking.chain(), command)
    case 'staking/reclaim': {
      const { manager, request, tabId } = command
      const step = { kind: 'reclaim' as const, manager, request }
      const wanted = { step, shownSats: null, tabId }
      return signStakingStep(store, stacksSigning, dualStacking.chain(), wanted)
    }
    case 'staking/sign':
      return signStakingCall(store, stacksSigning, dualStacking.chain(), command)
  }
}
