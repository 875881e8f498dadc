import { readFile } from 'node:fs/promises'
import type { Download, Page } from 'playwright-core'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { ledgerItem } from '../../src/app/dual-stacking/stored-items.ts'
import { storedForm } from '../../src/app/stored/stored-item.ts'
import { known } from '../../src/chain/known.ts'
import { extensionId } from '../../src/dev/browser/chromium/chromium.ts'
import type { Session } from '../../src/dev/browser/chromium/session.ts'
import { catalogue as say } from '../../src/words/en/index.ts'
import { statement as words } from '../../src/words/en/statement.ts'
import { statement as es } from '../../src/words/es/statement.ts'
import { paymentAt } from '../support/payment-at.ts'
import { sharedSession } from '../support/shared/session.ts'

// Years of rewards from every contract of the mainnet programme, as a holder wants them on paper.

const payments = [
  paymentAt(Date.UTC(2025, 11, 10, 8), { deployment: 'mainnet-v1', cycle: known(1), sats: 100n }),
  paymentAt(Date.UTC(2026, 1, 1, 9, 30), {
    deployment: 'mainnet-v2_0_4',
    cycle: known(6),
    sats: 20_000n,
  }),
  paymentAt(Date.UTC(2026, 7, 30, 23, 59), {
    deployment: 'mainnet-v3_0_0',
    cycle: known(20),
    sats: 3_000_000n,
  }),
]
const { enrolledAddress: address } = payments[0]!
let session: Session
let page: Page

beforeAll(async () => {
  session = await sharedSession()
})
beforeEach(async () => {
  await session.reset({ deployment: 'mainnet-v3_0_0' })
  await session.probe.sendCommand({ type: 'watch', address })
  await session.probe.waitUntil(({ accounts }) => accounts.length === 1, 'the address')
  await session.chromium.killBackground()
  const ledger = Object.fromEntries(
    payments.map((payment) => [payment.key, { payment, state: 'shown' as const }]),
  )
  await session.probe.set({ ledger: storedForm(ledgerItem, ledger) })
  const popup = await session.chromium.context.newPage()
  await popup.goto(`chrome-extension://${extensionId}/dist/extension/popup/popup.html`)
  await popup.getByRole('tab', { name: say['tab.rewards'] }).click()
  const opened = session.chromium.context.waitForEvent('page')
  await popup.getByRole('button', { name: say['rewards.statement'] }).click()
  page = await opened
  await page.getByRole('heading', { name: words['statement.title.dual'], exact: true }).waitFor()
})

const save = async (name: string): Promise<{ file: Download; text: string }> => {
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name }).click()
  const file = await downloading
  return { file, text: await readFile(await file.path(), 'utf8') }
}
const rows = (table: number) => page.locator('table').nth(table).locator('tbody tr').allInnerTexts()

it('has totals by year and by cycle over all contracts, and one year alone', async () => {
  expect(await rows(0)).toEqual(['2026\t0.03020000', '2025\t0.00000100', 'Total\t0.03020100'])
  expect(await rows(1)).toEqual(['20\t0.03000000', '6\t0.00020000', '1\t0.00000100'])
  expect((await rows(2)).map((row) => row.split('\t').slice(0, 4).join(' '))).toEqual([
    '2026-08-30 23:59 20 v3.0.0 0.03000000',
    '2026-02-01 09:30 6 v2.0.4 0.00020000',
    '2025-12-10 08:00 1 v1 0.00000100',
  ])
  await page.getByLabel(words['statement.year'], { exact: true }).selectOption('2025')
  await page.getByRole('heading', { name: 'Dual Stacking rewards of 2025' }).waitFor()
  expect(await rows(0)).toEqual(['2025\t0.00000100', 'Total\t0.00000100'])
})

it('is saved in both forms, the second with prices of the user’s own file', async () => {
  const plain = await save(words['statement.csv'])
  expect(plain.file.suggestedFilename()).toBe(`rewards-${address}.csv`)
  expect(plain.text.split('\r\n')).toHaveLength(5)
  await page.getByLabel(words['statement.prices']).setInputFiles({
    name: 'prices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('date,price_eur\n2026-02-01,80000\n2026-08-30,90000\n'),
  })
  await page.getByText('2716.00').first().waitFor()
  await page.getByText('1 payment has no price for its day and is not in the value.').waitFor()
  const { text } = await save(words['statement.taxCsv'])
  const txid = 'ab'.repeat(32)
  expect(text.split('\r\n').slice(1, 4)).toEqual([
    `2025-12-10 08:00:00,0.00000100,sBTC,Reward,${txid},,,`,
    `2026-02-01 09:30:00,0.00020000,sBTC,Reward,${txid},80000,16.00,EUR`,
    `2026-08-30 23:59:00,0.03000000,sBTC,Reward,${txid},90000,2700.00,EUR`,
  ])
  await page.getByLabel(words['statement.prices']).setInputFiles({
    name: 'prices.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('2026-02-01,80000\nno day'),
  })
  await page.getByText('Line 2 has no day and price.').waitFor()
})

it('prints the statement without its controls, in the chosen language', async () => {
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('button', { name: words['statement.print'] }).isVisible()).toBe(false)
  expect(await page.getByText(address, { exact: true }).last().isVisible()).toBe(true)
  await page.emulateMedia({ media: 'screen' })
  const { settings } = await session.probe.readState()
  await session.probe.sendCommand({ type: 'saveSettings', settings: { ...settings, locale: 'es' } })
  await page.getByRole('heading', { name: es['statement.title.dual'], exact: true }).waitFor()
})
