import * as v from 'valibot'
import { listOf } from '../../../chain/list-of.ts'
import type { WalletJob } from '../../../wallet/bridge/wallet-job.ts'
import { nameDuskWallet } from '../../../wallet/dusk/name-dusk-wallet.ts'
import { foundWallet, type FoundWallet } from '../../../wallet/found-wallet.ts'
import { findStacksWallet } from '../../../wallet/stacks/stacks-wallets.ts'
import { bridgeName, type Bridge } from '../../bridge/name.ts'
import { browser } from '../../browser.ts'
import { relayStatus, type RelayTask } from '../../relay/protocol.ts'

// What the background does in a tab. Everything is injected at the moment it is needed and only
// where the toolbar button granted it, or the user granted the host.

const LOOK_FOR_WALLETS_MS = 1500

/**
 * Puts relay and bridge into the tab's top frame; false where the browser refuses (its own pages,
 * stores, tabs without the user's grant).
 */
export async function injectBridge(tabId: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['dist/extension/relay.js'] })
    await browser.scripting.executeScript({
      target: { tabId },
      world: 'MAIN',
      files: ['dist/extension/bridge.js'],
    })
    return true
  } catch {
    return false
  }
}

/** Runs a function on the bridge, in the page's world: it must be self-contained. */
async function callBridge<A extends readonly (string | number | WalletJob)[]>(
  tabId: number,
  name: keyof Bridge,
  ...args: A
): Promise<unknown> {
  const [result] = await browser.scripting.executeScript({
    target: { tabId },
    world: 'MAIN',
    func: (at: string, method: string, values: unknown[]) => {
      const target = (
        window as unknown as Record<
          string,
          Record<string, (...values: unknown[]) => unknown> | undefined
        >
      )[at]
      return target?.[method]?.(...values) ?? null
    },
    args: [bridgeName, name, [...args]],
  })
  return result?.result
}

/**
 * Wallets that the page shows to one of the bridge's searches; it is given a moment to load them.
 * Null: the tab went away, or shows another page by now. What the page answers is parsed.
 */
async function findWallets(
  tabId: number,
  search: 'find' | 'findDusk',
): Promise<FoundWallet[] | null> {
  try {
    const found = v.safeParse(
      listOf(foundWallet, { most: 20, cut: true }),
      await callBridge(tabId, search, LOOK_FOR_WALLETS_MS),
    )
    return found.success ? found.output : []
  } catch {
    return null
  }
}

/** Stacks wallets in the page; null: the tab went away. Only ids count: names are ours. */
export async function findStacksWalletsInTab(tabId: number): Promise<FoundWallet[] | null> {
  const found = await findWallets(tabId, 'find')
  return (
    found &&
    found.flatMap(({ id }) => findStacksWallet(id) ?? []).map(({ id, name }) => ({ id, name }))
  )
}

/**
 * Dusk wallets in the page, by our names or those that they give themselves; null: the tab went
 * away.
 */
export async function findDuskWalletsInTab(tabId: number): Promise<FoundWallet[] | null> {
  const found = await findWallets(tabId, 'findDusk')
  return found && found.flatMap((wallet) => nameDuskWallet(wallet) ?? [])
}

/**
 * Starts a job; false: the tab went away, or shows another page by now. The relay listens first, so
 * that no answer can come too early.
 */
export async function startWalletJob(tabId: number, job: WalletJob): Promise<boolean> {
  try {
    await sendToRelay(tabId, { type: 'relay/listen', id: job.id, nonce: job.nonce })
    await callBridge(tabId, 'run', job)
    return true
  } catch {
    return false
  }
}

/**
 * Whether a job is still under way in the tab: its page is there, its relay listens, and its bridge
 * was started.
 */
export async function isJobAlive(tabId: number, nonce: string): Promise<boolean> {
  try {
    const status = v.safeParse(
      relayStatus,
      await sendToRelay(tabId, { type: 'relay/status', nonce }),
    )
    if (!status.success || status.output.state === 'unknown') return false
    return status.output.state === 'answered' || (await callBridge(tabId, 'has', nonce)) === true
  } catch {
    return false
  }
}

const sendToRelay = (tabId: number, task: RelayTask): Promise<unknown> =>
  browser.tabs.sendMessage(tabId, task, { frameId: 0 })
