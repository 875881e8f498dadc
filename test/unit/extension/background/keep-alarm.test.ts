import { expect, it } from 'vitest'
import { initialSettings } from '../../../../src/app/settings.ts'
import { settingsItem } from '../../../../src/app/stored/shared-items.ts'
import { storedForm } from '../../../../src/app/stored/stored-item.ts'
import { startLife } from '../../../support/background/background-life.ts'
import { createFakeBrowser } from '../../../support/background/fake-browser.ts'
import { embedded } from '../../../support/background/signing-scenarios.ts'

const YEAR_MS = 365 * 86_400_000

it('an alarm that a clock set back has left in the far future is set again', async () => {
  const fake = createFakeBrowser({
    settings: storedForm(settingsItem, { ...initialSettings(), deployment: embedded.id }),
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
