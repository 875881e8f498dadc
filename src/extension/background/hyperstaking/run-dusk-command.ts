import { refuse, type CommandResult } from '../../../app/command-result.ts'
import {
  duskItem,
  duskReadingItem,
  duskSettingsItem,
} from '../../../app/hyperstaking/stored-items.ts'
import { duskDeployment } from '../../../chain/dusk/deployments.ts'
import { checkBase } from '../../../chain/stacks/check-base.ts'
import type { DuskRequest } from '../../../wallet/dusk/dusk-request.ts'
import type { DuskCommand } from '../../dusk-messages.ts'
import type { Background } from '../background.ts'
import { resultOfRetry } from '../signing/result-of-retry.ts'
import { checkPoolCall, submitPoolCall } from './sign-pool-call.ts'

const done: CommandResult = { ok: true }

/**
 * Whether a call goes to a pool that this version knows. Earlier versions wrote down whichever a
 * node named.
 */
const isPinnedPool = ({ network, call }: DuskRequest): boolean =>
  duskDeployment(network).pools.some(({ id }) => `0x${id}` === call.contractId)

/** Carries out a command of the Hyperstaking tab. */
export async function runDuskCommand(
  { store, hyperstaking, duskSigning }: Background,
  command: DuskCommand,
): Promise<CommandResult> {
  switch (command.type) {
    case 'dusk/refresh':
      await hyperstaking.refresh()
      return done
    case 'dusk/connect':
      await duskSigning.connect(command.tabId, command.walletId)
      return done
    case 'dusk/cancelConnect':
      await duskSigning.cancelConnection()
      return done
    case 'dusk/disconnect':
      await Promise.all([
        store.update(duskItem, (state) => ({ ...state, account: null, plan: null })),
        store.update(duskReadingItem, () => null),
      ])
      hyperstaking.refreshSoon()
      return done
    case 'dusk/choosePool':
      await store.update(duskItem, (state) => ({ ...state, chosen: command.pool, plan: null }))
      return done
    case 'dusk/check':
      return checkPoolCall(store, hyperstaking.chain(), command)
    case 'dusk/submit':
      return submitPoolCall(store, duskSigning, hyperstaking.chain(), command)
    case 'dusk/retry': {
      const intent = duskSigning.journal.find(command.intentId)
      if (!intent) return refuse('unknown-intent')
      if (!isPinnedPool(intent.request)) return refuse('not-writable')
      if (duskSigning.journal.isBusy(intent.request.account)) return refuse('already-asking')
      const result = resultOfRetry(await duskSigning.retry(command.intentId, command.tabId))
      hyperstaking.refreshSoon()
      return result
    }
    case 'dusk/stopWaiting':
      if (!(await duskSigning.stopWaiting(command.intentId))) return refuse('unknown-intent')
      hyperstaking.refreshSoon()
      return done
    case 'dusk/acceptFee':
      if (!(await duskSigning.acceptFee(command.intentId))) return refuse('unknown-intent')
      // From here on it is followed.
      hyperstaking.refreshSoon()
      return done
    case 'dusk/dismiss':
      if (!(await duskSigning.dismiss(command.intentId))) return refuse('unknown-intent')
      hyperstaking.refreshSoon()
      return done
    case 'dusk/saveSettings': {
      const base = command.settings.base === null ? null : checkBase(command.settings.base)
      if (base && !base.ok) return refuse('bad-settings')
      const before = store.get(duskSettingsItem)
      // One write: nothing of the network before is shown as the new one's.
      await Promise.all([
        store.update(duskSettingsItem, (settings) => ({
          ...settings,
          network: command.settings.network,
          base: base?.ok ? base.base : null,
        })),
        hyperstaking.forget(before),
      ])
      // From here on the node before is not waited for.
      hyperstaking.chain()
      hyperstaking.refreshSoon()
      return done
    }
    case 'dusk/saveAlerts':
      await store.update(duskSettingsItem, (settings) => ({
        ...settings,
        alerts: command.alerts,
      }))
      return done
  }
}
