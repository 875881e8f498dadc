import { expect, it, vi } from 'vitest'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import { commands, env } from '../../../../src/dev/gallery/popup-scenes.tsx'
import { Activity } from '../../../../src/ui/popup/activity.tsx'
import type { StacksIntent } from '../../../../src/wallet/stacks/stacks-intent.ts'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { click, mount } from '../../../support/render.tsx'

// @vitest-environment happy-dom

const another = { failure: 'wrong-account', answeredBy: fixture.OTHER } as const

async function show(change: Partial<StacksIntent>) {
  const given = {
    retry: vi.fn(commands.retry),
    dismiss: vi.fn(commands.dismiss),
    stopWaiting: vi.fn(commands.stopWaiting),
    switchAccount: vi.fn(commands.switchAccount),
    acceptFee: vi.fn(commands.acceptFee),
  }
  const root = await mount(
    <Activity
      intents={[fixture.intent(change)]}
      family="v1"
      height={null}
      commands={given}
      env={env}
      now={fixture.NOW}
    />,
  )
  const text = root.textContent!.replace(/\s+/g, ' ')
  const buttons = [...root.querySelectorAll('button')].map((each) => each.textContent)
  return { root, text, buttons, given, compact: text.replace(/\s/g, '') }
}

it('names who must sign and what the wallet’s window shows while it is asked', async () => {
  const { root, text, buttons, given, compact } = await show({ host: 'app.example' })
  expect(compact).toContain(fixture.ME)
  const { contract, functionName } = fixture.intent({}).request
  const shown = [contract, functionName, say['network.devnet'], 'app.example']
  for (const each of [...shown, say['window.moves.nothing']]) expect(text).toContain(each)
  expect(text).toContain(say['window.other'])
  expect(text).not.toContain(say['activity.asking.address'])
  expect(buttons).toEqual([say['activity.stop']])
  await click(root, say['activity.stop'])
  expect(given.stopWaiting).toHaveBeenCalledWith('intent-1')
})

it('prepares for the question that comes before', async () => {
  expect((await show({ addressFirst: true })).text).toContain(say['activity.asking.address'])
})

it('says that a wait was ended, and lets the request be made again', async () => {
  const { text, buttons } = await show({ state: 'failed', failure: 'stopped' })
  expect(text).toContain(say['signing.stopped'])
  expect(buttons).toEqual([say['activity.retry'], say['activity.dismiss']])
})

it('names both accounts where the wallet has another one, and offers both ways', async () => {
  const { root, text, compact, buttons, given } = await show({ state: 'failed', ...another })
  expect(compact).toContain(fixture.ME)
  expect(compact).toContain(fixture.OTHER)
  expect(text).toContain(say['activity.shows-other.text'])
  expect(buttons).toEqual([say['activity.retry'], say['activity.switch'], say['activity.dismiss']])
  await click(root, say['activity.switch'])
  expect(given.switchAccount).toHaveBeenCalledWith('intent-1')
})

it.each([
  ['pending', 'enroll', 'pending'],
  ['confirmed', 'enroll', 'enroll'],
  ['confirmed', 'opt-out', 'opt-out'],
  ['confirmed', 'change-reward-address', 'change-reward-address'],
  ['confirmed', 'call', 'call'],
  ['aborted', 'enroll', 'aborted'],
  ['dropped', 'opt-out', 'dropped'],
  ['replaced', 'opt-out', 'replaced'],
] as const)('says what was %s for whom (%s)', async (broadcast, action, key) => {
  const { text, compact, buttons } = await show({
    state: 'refused',
    txid: `0x${'ab'.repeat(32)}`,
    action,
    broadcast,
    ...another,
  })
  expect(text).toContain(say[`activity.other-account.${key}`])
  expect(text).not.toContain('stopped')
  expect(compact).toContain(fixture.ME)
  expect(compact).toContain(fixture.OTHER)
  expect(buttons).toEqual([say['activity.retry'], say['activity.switch'], say['activity.dismiss']])
})

it('has a refused transaction looked at, not waved away', async () => {
  const { buttons, given, root } = await show({ state: 'refused', txid: `0x${'ab'.repeat(32)}` })
  expect(buttons).toEqual([say['activity.checked']])
  await click(root, say['activity.checked'])
  expect(given.dismiss).toHaveBeenCalledWith('intent-1')
})

it('names nobody where the other account is not known', async () => {
  const { text, buttons } = await show({ state: 'failed', failure: 'wrong-account' })
  expect(text).toContain(say['signing.wrong-account'])
  expect(buttons).toEqual([say['activity.retry'], say['activity.dismiss']])
})
