import type { CommandResult } from '../../app/command-result.ts'
import { deploymentsItem } from '../../app/dual-stacking/stored-items.ts'
import type { Settings } from '../../app/settings.ts'
import { settingsItem } from '../../app/stored/shared-items.ts'
import { checkBase } from '../../chain/stacks/check-base.ts'
import { parseCustomDeployment } from '../../chain/stacks/custom-deployment.ts'
import { allDeployments, newestDeployment } from '../../chain/stacks/deployments.ts'
import type { ItemStore } from '../storage/item-store.ts'
import { deploymentInUse } from './dual-stacking/deployment-in-use.ts'
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
  const apiBases = bases.flatMap((each) => (each.ok ? [each.base] : []))
  await switching(engine, () =>
    store.update(settingsItem, (current) => ({
      ...next,
      apiBases,
      apiKeyOrigin: originOfKey(store, current, { ...next, apiBases }),
    })),
  )
  return { ok: true }
}

/** A new key belongs to the host in use when it is saved; one that stays keeps its host. */
function originOfKey(store: ItemStore, current: Settings, next: Settings): string | null {
  if (next.apiKey === null) return null
  if (next.apiKey === current.apiKey) return current.apiKeyOrigin
  const { apiBases } = deploymentInUse(next, store.get(deploymentsItem))
  return apiBases[0] === undefined ? null : new URL(apiBases[0]).origin
}

/**
 * Adds a contract of the user's own; what is wrong with it is given as \`values.problem\`, a code
 * of chain/stacks/custom-deployment.
 */
export async function addDeployment(store: ItemStore, input: unknown): Promise<CommandResult> {
  const made = parseCustomDeployment(input, store.get(deploymentsItem))
  if (!made.ok) return { ok: false, code: 'bad-settings', values: { problem: made.problem } }
  await store.update(deploymentsItem, (rows) => [...rows, made.deployment])
  return { ok: true }
}

/**
 * Takes an added contract away; when it was in use, the built-in one of its network takes its
 * place.
 */
export async function removeDeployment(
  store: ItemStore,
  engine: DualStackingRefresher,
  id: string,
): Promise<CommandResult> {
  const network = store.get(deploymentsItem).find((row) => row.id === id)?.network
  const next = network && newestDeployment(network)
  await switching(engine, async () => {
    await store.update(settingsItem, (settings) =>
      settings.deployment === id
        ? { ...settings, deployment: next ? next.id : settings.deployment }
        : settings,
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
