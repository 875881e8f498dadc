import { refuse, type CommandResult } from '../../app/command-result.ts'
import { accountsItem } from '../../app/dual-stacking/stored-items.ts'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import { isQuiet } from '../../wallet/stacks/advance-stacks-intent.ts'
import type { StacksIntent } from '../../wallet/stacks/stacks-intent.ts'
import { isDuskCommand, type DuskCommand } from '../dusk-messages.ts'
import type { Command } from '../messages.ts'
import { isStakingCommand, type StakingCommand } from '../staking-messages.ts'
import { eraseIndex } from '../storage/erase-index.ts'
import { NewerData } from '../storage/item-store.ts'
import { resumeInTab, type Background } from './background.ts'
import { dismissStakingNotice } from './bitcoin-staking/announce-staking-news.ts'
import { runStakingCommand } from './bitcoin-staking/run-staking-command.ts'
import { retryStakingCall } from './bitcoin-staking/sign-staking-call.ts'
import { retryStakingStep } from './bitcoin-staking/sign-staking-step.ts'
import { addAccount, forgetAccount, nameAccount, selectAccount } from './dual-stacking/accounts.ts'
import { currentDeployment } from './dual-stacking/deployment-in-use.ts'
import { dismissHolderNotice } from './dual-stacking/holder-notices.ts'
import { readCycleRecord } from './dual-stacking/read-cycle-record.ts'
import { dismissReward } from './dual-stacking/rewards/announce-rewards.ts'
import { signConsoleCall } from './dual-stacking/sign-console-call.ts'
import { retryCall, signHolderCall } from './dual-stacking/sign-holder-call.ts'
import { chooseAddress } from './dual-stacking/stacks-connection-rules.ts'
import { switchAccount } from './dual-stacking/switch-account.ts'
import { runDuskCommand } from './hyperstaking/run-dusk-command.ts'
import { openPanel } from './panel.ts'
import { addDeployment, removeDeployment, saveSettings } from './settings.ts'
import { forgetAccounts } from './signing/host-accounts.ts'
import { markAllSeen, updateBadge } from './unread-notifications.ts'

const done: CommandResult = { ok: true }
const isUnchecked = ({ state, txid }: StacksIntent) => state === 'asking' && txid !== null
/** One of Bitcoin Staking is made anew; one that was sent is only looked for again. */
const isToSignAgain = (intent: StacksIntent | undefined): boolean =>
  Boolean(intent?.staking ?? intent?.step) && !isQuiet(intent!, Date.now())

/**
 * Carries out a view's command; the answer says that it was accepted, what comes of it is in
 * storage.
 */
export async function runCommand(background: Background, command: Command): Promise<CommandResult> {
  try {
    if (isDuskCommand(command)) return await runDuskCommand(background, command)
    if (isStakingCommand(command)) return await runStakingCommand(background, command)
    return await carryOut(background, command)
  } catch (error) {
    if (error instanceof NewerData) return refuse('newer-data')
    throw error
  }
}

async function carryOut(
  background: Background,
  command: Exclude<Command, DuskCommand | StakingCommand>,
): Promise<CommandResult> {
  const { store, stacksSigning, dualStacking, verifier } = background
  /** What was found to have been sent before is followed at once. */
  async function thenRefresh(asked: Promise<CommandResult>): Promise<CommandResult> {
    const result = await asked
    if (stacksSigning.journal.entries().some(({ intent }) => isUnchecked(intent)))
      dualStacking.refreshSoon()
    return result
  }
  switch (command.type) {
    case 'opened':
      dualStacking.refreshSoon()
      await markAllSeen(store)
      if (command.tabId !== null) await resumeInTab(background, command.tabId)
      return done
    case 'refresh':
      await dualStacking.refresh(store.get(accountsItem).selected ?? undefined)
      return done
    case 'connect':
      await stacksSigning.connect(command.tabId, command.walletId)
      return done
    case 'chooseAccount':
      if (!(await chooseAddress(store, command.address))) return refuse('no-account')
      dualStacking.refreshSoon()
      return done
    case 'cancelConnect':
      await stacksSigning.cancelConnection()
      return done
    case 'disconnect':
      await Promise.all([
        dualStacking.forgetAnswers(),
        forgetAccount(store, command.address),
        forgetAccounts(command.address),
      ])
      dualStacking.refreshSoon()
      return done
    case 'watch': {
      const checked = checkAddress(command.address, currentDeployment(store).network)
      if (!checked.ok)
        return refuse(checked.problem === 'wrong-network' ? 'other-network' : 'not-a-principal')
      const known = store.get(accountsItem).list.some(({ address }) => address === checked.address)
      if (known) await selectAccount(store, checked.address)
      else
        await addAccount(store, {
          address: checked.address,
          label: null,
          kind: 'watch',
          walletId: null,
        })
      dualStacking.refreshSoon()
      return done
    }
    case 'select':
      if (!(await selectAccount(store, command.address))) return refuse('no-account')
      dualStacking.refreshSoon()
      return done
    case 'enroll':
    case 'optOut':
    case 'changeRewardAddress':
      return thenRefresh(signHolderCall(store, stacksSigning, command))
    case 'call':
    case 'fundPool':
    case 'deploy':
      return thenRefresh(signConsoleCall(store, stacksSigning, command, dualStacking.refresh))
    case 'retry':
      return thenRefresh(signAgain(background, command))
    case 'stopWaiting':
      if (!(await stacksSigning.stopWaiting(command.intentId))) return refuse('unknown-intent')
      dualStacking.refreshSoon()
      return done
    case 'switchAccount': {
      if (!(await switchAccount(store, stacksSigning, command.intentId)))
        return refuse('unknown-intent')
      dualStacking.refreshSoon()
      return done
    }
    case 'acceptFee':
      return (await stacksSigning.acceptFee(command.intentId)) ? done : refuse('unknown-intent')
    case 'dismiss':
      if (!(await stacksSigning.dismiss(command.intentId))) return refuse('unknown-intent')
      dualStacking.refreshSoon()
      return done
    case 'saveSettings':
      return saveSettings(store, dualStacking, command.settings)
    case 'addDeployment':
      return addDeployment(store, command.input)
    case 'removeDeployment':
      return removeDeployment(store, dualStacking, command.id)
    case 'readCycle':
      return readCycleRecord(store, dualStacking.chain(), command.cycle)
    case 'nameAccount':
      await nameAccount(store, command.address, command.label)
      return done
    case 'dismissNews':
      await dismissHolderNotice(store, command.key)
      await dismissReward(store, command.key)
      await dismissStakingNotice(store, command.key)
      return done
    case 'verifyCycle':
      return verifier.start(command.cycle, command.deployment)
    case 'stopVerifying':
      await verifier.stop()
      return done
    case 'erase': {
      // A refresh under way stores nothing more from here on.
      const left = dualStacking.switchNetwork()
      await Promise.all([store.erase(), eraseIndex(), forgetAccounts()])
      await left
      await verifier.stop()
      await updateBadge(store)
      return done
    }
    case 'openPanel':
      return command.tabId !== null && (await openPanel(command.tabId)) ? done : refuse('no-tab')
  }
}

/** What is made anew is planned by what the chain says now. */
function signAgain(
  { store, stacksSigning, dualStacking }: Background,
  command: Extract<Command, { type: 'retry' }>,
): Promise<CommandResult> {
  const intent = stacksSigning.journal.find(command.intentId)
  if (!isToSignAgain(intent)) return retryCall(store, stacksSigning, command)
  const retry = intent?.step ? retryStakingStep : retryStakingCall
  return retry(store, stacksSigning, dualStacking.chain(), command)
}
