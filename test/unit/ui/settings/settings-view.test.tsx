// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { initialSettings, type Settings } from '../../../../src/app/settings.ts'
import { SettingsView } from '../../../../src/ui/settings/settings-view.tsx'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { click, findControl, mount, typeText } from '../../../support/render.tsx'

async function open(notifications: Partial<Settings['notifications']> = {}) {
  const { notifications: initial, ...settings } = initialSettings()
  const sent: Settings[] = []
  let isRefused = false
  const root = await mount(
    <SettingsView
      settings={{ ...settings, notifications: { ...initial, ...notifications } }}
      deployments={[]}
      commands={{
        saveSettings: async (next) => {
          sent.push(next)
          return isRefused ? { ok: false, code: 'bad-settings' } : { ok: true }
        },
      }}
      onBack={() => {}}
    />,
  )
  return {
    root,
    sent,
    refuse: () => void (isRefused = true),
    said: () => root.querySelector('.saved[role=status]')!.textContent,
  }
}

it('says once that a change is saved, and not of one that is refused', async () => {
  const { root, refuse, said } = await open()
  expect(said()).toBe('')
  await click(root, say['settings.notify.goldenRatioMoved'])
  expect(said()).toBe(say['settings.saved'])
  const shown = root.querySelector('.saved > span')
  refuse()
  await click(root, say['settings.notify.paymentLate'])
  // What is on its way out is not shown again.
  expect(root.querySelector('.saved > span')).toBe(shown)
})

it('takes a threshold in decimals, beside the switch, and keeps what is no number', async () => {
  const { root, sent } = await open({ boostBelow: 4 })
  const field = findControl<HTMLInputElement>(root, say['settings.notify.threshold'])
  await typeText(field, '4.25')
  expect(sent.at(-1)!.notifications.boostBelow).toBe(4.25)
  await typeText(field, '4.x')
  expect(sent).toHaveLength(1)
  expect(field.getAttribute('aria-invalid')).toBe('true')
})
