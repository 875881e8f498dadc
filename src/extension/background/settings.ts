import type { CommandResult } from '../../app/command-result.ts'
import { deploymentsItem } from '../../app/dual-stacking/stored-items.ts'
import type { Settings } from '../../app/settings.ts'
import { settingsItem } from '../../app/stored/shared-items.ts'
import { checkBase, parseCustomDeployment } from '../../chain/stacks/custom-deployment.ts'
import { allDeployments, defaultDeployment } from '../../chain/stacks/deployments.ts'
import type { ItemStore } from '../storage/item-store.ts'
import type { DualStackingRefresher } from './dual-stacking/dual-stacking-refresher.ts'

const isPage = (text: string): boolean => checkBase(text).ok

/**
 * Stores settings that make sense; when they choose other hosts or another contract, nothing read
 * from the earlier ones stays.
 */
export async function saveSettings(
  store: ItemStore,
  engine: DualStackingRefresher,
  next: Settings,
): Promise<CommandResult> {
  const bases = next.apiBases.map(checkBase)
  const known = allDeployments(store.get(deploymentsItem)).some(({ id }) => id === next.deployment)
  if (
    !known ||
    bases.some(({ ok }) => !ok) ||
    (next.signingPage !== null && !isPage(next.signingPage))
  )
    return { ok: false, code: 'bad-settings' }
  await switching(engine, () =>
    store.update(settingsItem, () => ({
      ...next,
      apiBases: bases.flatMap((each) => (each.ok ? [each.base] : [])),
    })),
  )
  return { ok: true }
}

/**
 * Adds a contract of the user's own; what is wrong with it is told as \`values.problem\`, a code of
 * chain/stacks/custom-deployment.
 */
export async function addDeployment(store: ItemStore, input: unknown): Promise<CommandResult> {
  const made = parseCustomDeployment(input, store.get(deploymentsItem))
  if (!made.ok) return { ok: false, code: 'bad-settings', values: { problem: made.problem } }
  await store.update(deploymentsItem, (rows) => [...rows, made.deployment])
  return { ok: true }
}

/** Takes an added contract away; when it was in use, the default one takes its place. */
export async function removeDeployment(
  store: ItemStore,
  engine: DualStackingRefresher,
  id: string,
): Promise<CommandResult> {
  await switching(engine, async () => {
    await store.update(settingsItem, (settings) =>
      settings.deployment === id ? { ...settings, deployment: defaultDeployment } : settings,
    )
    await store.update(deploymentsItem, (rows) => rows.filter((row) => row.id !== id))
  })
  return { ok: true }
}

async function switching(
  engine: DualStackingRefresher,
  change: () => Promise<unknown>,
): Promise<void> {
  const before = engine.chain()
  await change()
  if (engine.chain() === before) return
  await engine.switchNetwork()
  void engine.refresh()
}
