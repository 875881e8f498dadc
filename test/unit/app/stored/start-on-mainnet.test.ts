import { expect, it } from 'vitest'
import { duskSettingsItem } from '../../../../src/app/hyperstaking/stored-items.ts'
import { initialSettings } from '../../../../src/app/settings.ts'
import { settingsItem } from '../../../../src/app/stored/shared-items.ts'
import { parseItem } from '../../../../src/app/stored/stored-item.ts'

const host = 'http://127.0.0.1:3999'
const read = (choice: { deployment: string; apiBases: string[] }) => {
  const parsed = parseItem(settingsItem, { v: 2, d: { ...initialSettings(), ...choice } })
  return parsed.ok && parsed.value.deployment
}

it.each([
  ['embedded-v1', [], 'mainnet-v3_0_0'],
  ['embedded-v1', [host], 'embedded-v1'],
  ['mainnet-v1', [], 'mainnet-v1'],
  ['custom-devnet-x', [], 'custom-devnet-x'],
])('a profile on %s at %j is then on %s', (deployment, apiBases, then) => {
  expect(read({ deployment, apiBases })).toBe(then)
})

it.each([
  ['local', null, 'mainnet'],
  ['local', host, 'local'],
  ['testnet', null, 'testnet'],
])('pools of %s at %s are then of %s', (network, base, then) => {
  const stored = { network, base, alerts: { rewards: null, below: null } }
  expect(parseItem(duskSettingsItem, { v: 2, d: stored })).toMatchObject({
    value: { network: then, base },
  })
})
