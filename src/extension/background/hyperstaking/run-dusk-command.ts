import type { CommandResult } from '../../../app/command-result.ts'
import {
  duskItem,
  duskReadingItem,
  duskSettingsItem,
} from '../../../app/hyperstaking/stored-items.ts'
import { checkBase } from '../../../chain/stacks/custom-deployment.ts'
import type { DuskCommand } from '../../dusk-messages.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { connectDusk } from './connection.ts'
import type { HyperstakingRefresher } from './hyperstaking-refresher.ts'
import { checkPoolCall, dismissDusk, retryDusk, submitPoolCall } from './sign.ts'

const done: CommandResult = { ok: true }

/** Carries out a command of the Hyperstaking tab. */
export async function runDuskCommand(
  store: ItemStore,
  engine: HyperstakingRefresher,
  command: DuskCommand,
): Promise<CommandResult> {
  switch (command.type) {
    case 'dusk/refresh':
      await engine.refresh()
      return done
    case 'dusk/connect':
      await connectDusk(store, engine.chain(), command.tabId, command.walletId)
      return done
    case 'dusk/cancelConnect':
      await store.update(duskItem, (state) => ({ ...state, connection: null }))
      return done
    case 'dusk/disconnect':
      await Promise.all([
        store.update(duskItem, (state) => ({ ...state, account: null, plan: null })),
        store.update(duskReadingItem, () => null),
      ])
      void engine.refresh()
      return done
    case 'dusk/choosePool':
      await store.update(duskItem, (state) => ({ ...state, chosen: command.pool, plan: null }))
      return done
    case 'dusk/check':
      return checkPoolCall(store, engine.chain(), command)
    case 'dusk/submit':
      return submitPoolCall(store, engine.chain(), command, command.tabId)
    case 'dusk/retry':
      return retryDusk(store, command.intentId, command.tabId)
    case 'dusk/dismiss':
      return dismissDusk(store, command.intentId)
    case 'dusk/saveSettings': {
      const base = command.settings.base === null ? null : checkBase(command.settings.base)
      if (base && !base.ok) return { ok: false, code: 'bad-settings' }
      // One write: nothing of the network before is shown as the new one's.
      await Promise.all([
        store.update(duskSettingsItem, () => ({
          network: command.settings.network,
          base: base?.ok ? base.base : null,
        })),
        engine.forget(),
      ])
      void engine.refresh()
      return done
    }
  }
}
