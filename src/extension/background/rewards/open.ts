import { browser } from '../../browser.ts'

/** Shows a reward: the popup's page in a tab, at that reward. */
export async function openReward(key: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`dist/extension/popup/popup.html#reward=${encodeURIComponent(key)}`) })
  await browser.notifications.clear(key)
}
