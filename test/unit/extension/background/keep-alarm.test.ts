import { expect, it } from 'vitest'
import { settingsItem } from '../../../../src/app/stored/shared-items.ts'
import { storedForm } from '../../../../src/app/stored/stored-item.ts'
import { embeddedSettings } from '../../../../src/dev/browser/embedded-settings.ts'
import { startLife } from '../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../support/background/fake-browser.ts'

const YEAR_MS = 365 * 86_400_000

it('an alarm that a clock set back has left in the far future is set again', async () => {
  const fake = createFakeBrowser({
    settings: storedForm(settingsItem, embeddedSettings('http://127.0.0.1:3999')),
  })
  const life = await startLife(fake)
  await life.command({ type: 'refresh' })
  await fake.until(() => fake.state.alarms.has('refresh'))
  const alarm = fake.state.alarms.get('refresh')!
  fake.state.alarms.set('refresh', { ...alarm, scheduledTime: Date.now() + YEAR_MS })
  await life.command({ type: 'refresh' })
  const period = alarm.periodInMinutes! * 60_000
  const isSoon = () => fake.state.alarms.get('refresh')!.scheduledTime <= Date.now() + period
  await fake.until(isSoon)
  expect(isSoon()).toBe(true)
})
