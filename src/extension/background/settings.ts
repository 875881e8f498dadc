import { checkBase } from '../../chain/stacks/custom-deployment.ts'
import { allDeployments } from '../../chain/stacks/deployments.ts'
import type { CommandResult, Settings } from '../../ui/state.ts'
import { settingsItem } from '../storage/items.ts'
import type { Store } from '../storage/store.ts'
import type { Engine } from './engine.ts'

const isPage = (text: string): boolean => checkBase(text).ok

/** Stores settings that make sense; when they choose other hosts or another contract, nothing read from the earlier ones stays. */
export async function saveSettings(store: Store, engine: Engine, next: Settings): Promise<CommandResult> {
  const bases = next.apiBases.map(checkBase)
  const known = allDeployments().some(({ id }) => id === next.deployment)
  if (!known || bases.some(({ ok }) => !ok) || (next.signingPage !== null && !isPage(next.signingPage))) return { ok: false, code: 'bad-settings' }
  const before = engine.chain()
  await store.update(settingsItem, () => ({ ...next, apiBases: bases.flatMap((each) => (each.ok ? [each.base] : [])) }))
  if (engine.chain() !== before) {
    await engine.switchNetwork()
    void engine.refresh()
  }
  return { ok: true }
}
