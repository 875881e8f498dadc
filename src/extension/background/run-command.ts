import type { CommandResult } from '../../app/command-result.ts'
import { accountsItem, connectionItem } from '../../app/dual-stacking/stored-items.ts'
import { checkAddress } from '../../chain/stacks/check-address.ts'
import { isDuskCommand, type DuskCommand } from '../dusk-messages.ts'
import type { Command } from '../messages.ts'
import { eraseIndex } from '../storage/erase-index.ts'
import { NewerData, type ItemStore } from '../storage/item-store.ts'
import { addAccount, forgetAccount, nameAccount, selectAccount } from './dual-stacking/accounts.ts'
import { chooseAccount, connect, continueConnection } from './dual-stacking/connection.ts'
import { currentDeployment } from './dual-stacking/deployment-in-use.ts'
import type { DualStackingRefresher } from './dual-stacking/dual-stacking-refresher.ts'
import { dismissHolderNotice } from './dual-stacking/holder-notices.ts'
import { readCycleRecord } from './dual-stacking/read-cycle-record.ts'
import { signForConsole } from './dual-stacking/sign-for-console.ts'
import { continueIntents, dismiss, retry, sign } from './dual-stacking/sign.ts'
import type { Verifier } from './dual-stacking/verify/create-verifier.ts'
import { continueDuskConnection } from './hyperstaking/connection.ts'
import type { HyperstakingRefresher } from './hyperstaking/hyperstaking-refresher.ts'
import { runDuskCommand } from './hyperstaking/run-dusk-command.ts'
import { continueDusk } from './hyperstaking/sign.ts'
import { openPanel } from './panel.ts'
import { addDeployment, removeDeployment, saveSettings } from './settings.ts'
import { markAllSeen, updateBadge } from './unread-notifications.ts'

/** What the background consists of; each part reads and writes the store. */
export interface Background {
  store: ItemStore
  engine: DualStackingRefresher
  dusk: HyperstakingRefresher
  verifier: Verifier
}

const done: CommandResult = { ok: true }

/**
 * Carries out a view's command; the answer says that it was accepted, what comes of it is in
 * storage.
 */
export async function runCommand(background: Background, command: Command): Promise<CommandResult> {
  try {
    if (isDuskCommand(command))
      return await runDuskCommand(background.store, background.dusk, command)
    return await carryOut(background, command)
  } catch (error) {
    if (error instanceof NewerData) return { ok: false, code: 'newer-data' }
    throw error
  }
}

async function carryOut(
  { store, engine, dusk, verifier }: Background,
  command: Exclude<Command, DuskCommand>,
): Promise<CommandResult> {
  switch (command.type) {
    case 'opened':
      void engine.refresh()
      await markAllSeen(store)
      if (command.tabId !== null) {
        await continueConnection(store, command.tabId)
        await continueIntents(store, command.tabId)
        await continueDuskConnection(store, dusk.chain(), command.tabId)
        await continueDusk(store, command.tabId)
      }
      return done
    case 'refresh':
      await engine.refresh(store.get(accountsItem).selected ?? undefined)
      return done
    case 'connect':
      await connect(store, command.tabId, command.walletId)
      return done
    case 'chooseAccount':
      if (!(await chooseAccount(store, command.address))) return { ok: false, code: 'no-account' }
      void engine.refresh()
      return done
    case 'cancelConnect':
      await store.update(connectionItem, () => null)
      return done
    case 'disconnect':
      await Promise.all([engine.forgetAnswers(), forgetAccount(store, command.address)])
      void engine.refresh()
      return done
    case 'watch': {
      const checked = checkAddress(command.address, currentDeployment(store).network)
      if (!checked.ok)
        return {
          ok: false,
          code: checked.problem === 'wrong-network' ? 'other-network' : 'not-a-principal',
        }
      const known = store.get(accountsItem).list.some(({ address }) => address === checked.address)
      if (known) await selectAccount(store, checked.address)
      else
        await addAccount(store, {
          address: checked.address,
          label: null,
          kind: 'watch',
          walletId: null,
        })
      void engine.refresh()
      return done
    }
    case 'select':
      if (!(await selectAccount(store, command.address))) return { ok: false, code: 'no-account' }
      void engine.refresh()
      return done
    case 'enroll':
    case 'optOut':
    case 'changeRewardAddress':
      return sign(store, command)
    case 'call':
    case 'fundPool':
    case 'deploy':
      return signForConsole(store, command)
    case 'retry':
      return retry(store, command.intentId, command.tabId)
    case 'dismiss':
      return dismiss(store, command.intentId)
    case 'saveSettings':
      return saveSettings(store, engine, command.settings)
    case 'addDeployment':
      return addDeployment(store, command.input)
    case 'removeDeployment':
      return removeDeployment(store, engine, command.id)
    case 'readCycle':
      return readCycleRecord(store, engine.chain(), command.cycle)
    case 'nameAccount':
      await nameAccount(store, command.address, command.label)
      return done
    case 'dismissNews':
      await dismissHolderNotice(store, command.key)
      return done
    case 'verifyCycle':
      return verifier.start(command.cycle)
    case 'stopVerifying':
      await verifier.stop()
      return done
    case 'erase': {
      // A refresh under way stores nothing more from here on.
      const left = engine.switchNetwork()
      await Promise.all([store.erase(), eraseIndex()])
      await left
      await verifier.stop()
      await updateBadge(store)
      return done
    }
    case 'openPanel':
      return command.tabId !== null && (await openPanel(command.tabId))
        ? done
        : { ok: false, code: 'no-tab' }
  }
}
