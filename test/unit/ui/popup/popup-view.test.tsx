import { act } from 'preact/test-utils'
import { describe, expect, it, vi } from 'vitest'
import type { AppState } from '../../../../src/app/app-state.ts'
import type { CommandResult } from '../../../../src/app/command-result.ts'
import type { Commands } from '../../../../src/app/commands.ts'
import type { Settings } from '../../../../src/app/settings.ts'
import { known } from '../../../../src/chain/known.ts'
import { announcedLives } from '../../../../src/chain/stacks/announced-lives.ts'
import * as fixture from '../../../../src/dev/gallery/fixtures.ts'
import { commands, deployments, env } from '../../../../src/dev/gallery/popup-scenes.tsx'
import { project } from '../../../../src/protocol/dual-stacking/projection/project.ts'
import { PopupView } from '../../../../src/ui/popup/popup-view.tsx'
import { parseSettings, serializeSettings } from '../../../../src/ui/settings/data-section.tsx'
import { SettingsView } from '../../../../src/ui/settings/settings-view.tsx'
import { catalogue as say } from '../../../../src/words/en/index.ts'
import { click, findControl, mount, settle, typeText } from '../../../support/render.tsx'

// @vitest-environment happy-dom

const popup = (state: AppState, change: Partial<Commands> = {}) =>
  mount(
    <PopupView
      state={state}
      commands={{ ...commands, ...change }}
      project={async (request) => project(request)}
      env={env}
      now={fixture.NOW}
      deployments={deployments}
    />,
  )
const text = (root: HTMLElement) => root.textContent?.replace(/\s+/g, ' ')

describe('the home screen', () => {
  it('leads with the boost, the payment and the rate, and each opens its formula', async () => {
    const root = await popup(fixture.enrolled)
    expect(text(root)).toContain('5.41× of 10×')
    expect(text(root)).toContain('next payment~12,470 satsaround Nov 28')
    await click(root, 'why this boost')
    expect(text(root)).toContain('5,103 STX ÷ 0.1152 sBTC')
    expect(text(root)).toContain('1 + 9 × 0.4903')
    await click(root, '~12,470 sats')
    expect(text(root)).toContain('657 blocks, ~5 days')
    expect(text(root)).toContain('the smaller of pool 0.71 sBTC and cap 0.6248 sBTC')
    expect(findControl(root, 'why this boost').getAttribute('aria-expanded')).toBe('false')
    await click(root, '2.70%')
    expect(text(root)).toContain('× 25 cycles a year ÷ 0.1152 sBTC')
  })

  it('offers what suits the enrollment, and nothing that cannot succeed', async () => {
    const buttons = async (state: AppState) =>
      [...(await popup(state)).querySelectorAll('.enrollment button, .foot button')].map(
        (button) => button.textContent,
      )
    expect(await buttons(fixture.enrolled)).toEqual(['Change reward address', 'Opt out'])
    expect(await buttons(fixture.notEnrolled)).toEqual(['Enroll'])
    expect(await buttons(fixture.unknownValues)).toEqual([say['action.checkAgain']])
    expect(
      await buttons({ ...fixture.enrolled, accounts: [{ ...fixture.watch, address: fixture.ME }] }),
    ).toEqual(['Connect wallet'])
    const left = fixture.withReading({ enrolledNextCycle: known(false) })
    expect(await buttons(left)).toEqual(['Enroll again'])
    const banned = { ...fixture.notEnrolled.readings[fixture.ME]!, blacklisted: known(true) }
    expect(await buttons(fixture.withReading(banned))).toEqual([])
    const superseded = { writable: { ok: false, reason: 'superseded' } } as const
    expect(await buttons(fixture.withNetwork(superseded))).toEqual([])
  })

  it('offers no second call where the first is confirmed, read or not', async () => {
    const intents = [fixture.intent({ state: 'confirmed', updatedAt: fixture.NOW - 1000 })]
    const root = await popup({ ...fixture.notEnrolled, intents })
    expect(text(root)).toContain(say['status.pill.enrolled'])
    expect(root.querySelector('#enroll')).toBeNull()
  })

  it('leads from a contract that was replaced to the one that replaced it', async () => {
    const saveSettings = vi.fn(async () => ({ ok: true as const }))
    const root = await mount(
      <PopupView
        state={fixture.withNetwork({ writable: { ok: false, reason: 'superseded' } })}
        commands={{ ...commands, saveSettings }}
        project={async (request) => project(request)}
        env={{ ...env, successor: { id: 'mainnet-v3_0_0', label: 'v3.0.0' } }}
        now={fixture.NOW}
        deployments={deployments}
      />,
    )
    await click(root, 'Switch to v3.0.0')
    expect(saveSettings).toHaveBeenCalledWith({
      ...fixture.sampleSettings,
      deployment: 'mainnet-v3_0_0',
    })
  })

  it('leads from the limit of an API to the field for its key', async () => {
    const refresh = { ...fixture.enrolled.refresh, problem: 'rate-limited' } as const
    const root = await popup({ ...fixture.enrolled, refresh })
    await click(root, say['problems.enterKey'])
    expect(document.activeElement).toBe(findControl(root, say['settings.apiKey']))
  })

  it('opens and marks the reward that a notification was about', async () => {
    const [latest, asked] = fixture.payments
    const root = await mount(
      <PopupView
        state={fixture.enrolled}
        commands={commands}
        project={async (request) => project(request)}
        env={env}
        now={fixture.NOW}
        deployments={deployments}
        initialTab="rewards"
        initialReward={asked!.key}
      />,
    )
    const open = [...root.querySelectorAll('.rows [aria-expanded=true]')]
    expect(open).toHaveLength(1)
    expect(open[0]!.closest('li')?.className).toBe('asked')
    expect(root.textContent).toContain(asked!.txid)
    expect(root.textContent).not.toContain(latest!.txid)
  })

  it('tells the rate that each cycle paid, by its own formula, and the average', async () => {
    const readCycle = vi.fn(async () => ({ ok: true as const }))
    const root = await popup({ ...fixture.enrolled, cycleRecords: fixture.records }, { readCycle })
    await click(root, say['tab.rewards'])
    expect(text(root)).toContain('2.39% APR on average over 3 cycles')
    const [latest, , , unread] = root.querySelectorAll<HTMLElement>('.rows button')
    await act(() => void latest!.click())
    expect(text(root)).toContain('11,902 sats × 25 cycles a year ÷ 0.1152 sBTC2.58%')
    await act(() => void latest!.click())
    await act(() => void unread!.click())
    await click(root, say['rewards.rate.load'])
    expect(readCycle).toHaveBeenCalledWith(3)
  })

  it('waits for the next try at the limit of an API rather than asking for one', async () => {
    const refresh = {
      ...fixture.enrolled.refresh,
      problem: 'rate-limited',
      retryAt: Date.now() + 3_600_000,
    } as const
    const root = await popup({ ...fixture.enrolled, refresh })
    expect(text(root)).toContain('Retrying in 60 min')
    expect(text(root)).not.toContain(say['age.refresh'])
    const again = { ...refresh, startedAt: fixture.NOW }
    expect(text(await popup({ ...fixture.enrolled, refresh: again }))).toContain(
      say['problems.retrying'],
    )
  })

  it('promises a range, and shows an example, until there is a golden ratio', async () => {
    const root = await popup(fixture.withNetwork({ goldenRatios: known([]) }))
    expect(text(root)).toContain('1× to 10×')
    expect(text(root)).toContain('est. APR0.50% to 5.00%')
    expect(text(root)).toContain(say['calculator.example'])
    expect(text(root)).not.toContain(say['figures.missing'])
  })

  it('says when the first reward is to come', async () => {
    const root = await popup({ ...fixture.enrolled, rewards: [] })
    expect(text(root)).toContain('First reward around Nov 28')
    await click(root, say['tab.rewards'])
    expect(text(root)).toContain('Your first reward: around Nov 28 (cycle 7)')
  })

  it('tells what was earned and where rewards go before what might be', async () => {
    const root = await popup(fixture.enrolled)
    expect(text(root)).toContain('Earned 49,554 satslast 11,902 sats, Nov 17')
    expect(text(root)).toMatch(/Earned.*Cycle 7.*Rewards go to.*What if you stack more/)
    await act(async () => root.querySelector<HTMLElement>('button.earned')!.click())
    expect(root.querySelector('[aria-selected=true]')?.textContent).toBe(say['tab.rewards'])
  })

  it('makes a reward news on the day on which it arrives, until that is put away', async () => {
    const dismissNews = vi.fn(async () => ({ ok: true as const }))
    const [latest, ...older] = fixture.payments
    const at = (hours: number) => ({
      ...latest!,
      blockTime: known(fixture.NOW / 1000 - hours * 3600),
    })
    const withReward = (hours: number, announcedRewards = [latest!.key]): AppState => ({
      ...fixture.enrolled,
      rewards: [at(hours), ...older],
      announcedRewards,
    })
    const root = await popup(withReward(2), { dismissNews })
    expect(text(root)).toContain('Reward received11,902 sats for cycle 6')
    await click(root, say['notice.dismiss'])
    expect(dismissNews).toHaveBeenCalledWith(latest!.key)
    expect(text(await popup(withReward(25)))).not.toContain(say['notice.reward.title'])
    expect(text(await popup(withReward(2, [])))).not.toContain(say['notice.reward.title'])
  })

  it('of a programme that has ended promises nothing and asks for nothing', async () => {
    const ended: AppState = {
      ...fixture.enrolled,
      network: { ...fixture.network, life: 'ended', writable: { ok: false, reason: 'ended' } },
    }
    const root = await popup(ended)
    expect(text(root)).toContain('Dual Stacking ended in September 2026')
    expect(text(root)).toContain('You received')
    expect(text(root)).not.toMatch(/of 10×|next payment|late|What if/)
    const buttons = [...root.querySelectorAll('.foot button')].map((each) => each.textContent)
    expect(buttons).toEqual(['Opt out'])
  })

  it('of one that nobody can join any more offers what is left to those in it', async () => {
    const closed = {
      ...fixture.network,
      life: 'closed',
      writable: { ok: false, reason: 'closed' },
    } as const
    const shown = async (state: AppState) => {
      const root = await popup({ ...state, network: closed })
      return {
        text: text(root),
        buttons: [...root.querySelectorAll('.enrollment button, .foot button')].map(
          (each) => each.textContent,
        ),
      }
    }
    const inIt = await shown(fixture.enrolled)
    expect(inIt.text).toContain('you can no longer join')
    expect(inIt.text).toMatch(/of 10×/)
    expect(inIt.buttons).toEqual(['Change reward address', 'Opt out'])
    const outside = await shown(fixture.notEnrolled)
    expect(outside.text).toContain('you can no longer join')
    expect(outside.text).not.toMatch(/of 10×|What if|Enroll by/)
    expect(outside.buttons).toEqual([])
    const unknown = await shown(fixture.unknownValues)
    expect(unknown.buttons).toEqual(['Retry', 'Opt out'])
  })

  it('tells newcomers what they would earn, and lets them start at once', async () => {
    const onlookers = { ...fixture.enrolled, accounts: [], selected: null, rewards: [] }
    const root = await popup(onlookers)
    expect(text(root)).toContain('About 0.5% a year on sBTC alone, up to 5% with enough STX')
    expect(text(root)).toContain('From 10,000 sats of sBTC')
    expect([...root.querySelectorAll('.foot button')].map((each) => each.textContent)).toEqual([
      'Connect wallet',
      'Watch an address',
    ])
  })

  it('of an announced end says so until the chain is read, which overrules it', async () => {
    const at = async (network: AppState['network'], state: 'closed' | 'ended' = 'ended') =>
      text(
        await mount(
          <PopupView
            state={{ ...fixture.enrolled, accounts: [], selected: null, network }}
            commands={commands}
            project={async (request) => project(request)}
            env={{ ...env, announced: { ...announcedLives.mainnet, state } }}
            now={fixture.NOW}
            deployments={deployments}
          />,
        ),
      )
    expect(await at(null)).toContain('Dual Stacking ended in September 2026')
    expect(await at(null)).not.toMatch(/×|Earn sBTC/)
    expect(await at(null, 'closed')).toContain('Enrollment has closed')
    expect(await at(null, 'closed')).not.toMatch(/×|Earn sBTC/)
    expect(await at(fixture.network)).toContain('Earn sBTC on your sBTC')
  })

  it('shows what is unknown as unknown, with the reason on demand', async () => {
    const root = await popup(fixture.unknownValues)
    expect(text(root)).not.toMatch(/Not enrolled|\b0 sats|0\.00%/)
    expect(text(root)).toContain(say['status.pill.unknown'])
    await act(async () => root.querySelector<HTMLElement>('.status .dash')!.click())
    expect(text(root)).toContain(say['unknown.offline'])
  })

  it('does not wait for figures that cannot come: the address is of another network', async () => {
    const address = fixture.ELSEWHERE
    const root = await popup({
      ...fixture.enrolled,
      accounts: [{ address, label: null, kind: 'wallet', walletId: 'leather' }],
      selected: address,
      readings: {},
    })
    expect(text(root)).toContain(say['accounts.otherNetwork.title'])
    expect(text(root)).not.toMatch(/Loading|Opt out|Enroll/)
  })

  it('shows that it is reading, and offers nothing, during an address’s first read', async () => {
    const root = await popup({ ...fixture.nothingRead, network: fixture.network })
    expect(text(root)).toContain(say['age.never'])
    expect(text(root)).not.toMatch(/[Uu]nknown|Why your boost|Retry|Opt out/)
    const failed = await popup({
      ...fixture.nothingRead,
      refresh: {
        startedAt: 1,
        finishedAt: 2,
        problem: 'offline',
        retryAt: null,
        requestsLeft: null,
      },
    })
    expect(text(failed)).toContain(say['problems.offline'])
    expect(text(failed)).not.toContain('Showing data')
    expect(text(failed)).toContain(say['action.checkAgain'])
  })

  it('does not offer to send what is already so by the contract', async () => {
    const root = await popup({
      ...fixture.enrolled,
      intents: [fixture.intent({ state: 'aborted', contractError: 101 })],
    })
    expect(text(root)).toContain('already enrolled')
    expect(text(root)).not.toContain('Try again')
  })

  it('names the network of the open tab, and shows no trouble of the other', async () => {
    const dusk = {
      settings: { network: 'mainnet' as const, base: null, alerts: { rewards: null, below: null } },
      account: null,
      connection: null,
      reading: null,
      problem: false,
      chosen: null,
      plan: null,
      intents: [],
      notices: [],
      places: [],
      watches: [],
      histories: {},
      page: null,
    }
    const state: AppState = {
      ...fixture.enrolled,
      dusk,
      refresh: {
        startedAt: 1,
        finishedAt: 2,
        problem: 'offline',
        retryAt: null,
        requestsLeft: null,
      },
    }
    const root = await mount(
      <PopupView
        state={state}
        commands={commands}
        project={async (request) => project(request)}
        env={env}
        now={fixture.NOW}
        deployments={deployments}
        hyperstaking={<p>pools</p>}
      />,
    )
    expect(root.querySelector('.net')!.textContent).toBe(say['network.devnet'])
    expect(text(root)).toContain(`${say['problems.offline']} Showing data from 1 min ago.`)
    await click(root, 'Hyperstaking')
    expect(root.querySelector('.net')!.textContent).toBe('')
    expect(text(root)).not.toContain('Cannot reach')
  })

  it('does not let the same action be sent twice', async () => {
    const root = await popup({
      ...fixture.notEnrolled,
      intents: [fixture.intent({ state: 'submitted' })],
    })
    expect(findControl<HTMLButtonElement>(root, 'Enroll').disabled).toBe(true)
  })
})

it('in a cycle that has not counted the address yet, nothing reads as 0', async () => {
  const root = await popup(fixture.withReading({ holding: known(null) }))
  await click(root, 'Rewards')
  expect(text(root)).toContain(say['record.enrolled-yet'])
  expect(text(root)).toContain('Average sBTCnot yetAverage STX stackednot yet')
  const late = await popup(
    fixture.withReading({ holding: known(null), enrolledThisCycle: known(false) }),
  )
  await click(late, 'Rewards')
  expect(text(late)).toContain('you were not enrolled when the cycle began')
})

describe('what-if', () => {
  it('moves nothing but the what-if, and can be reset', async () => {
    const root = await popup(fixture.enrolled)
    const field = root.querySelector<HTMLInputElement>('.exact input')!
    await typeText(field, '8,000')
    expect(text(root)).toMatch(/6\.52× · about \+2,5\d0 sats per cycle from cycle 8/)
    expect(text(root)).toContain('5.41× of 10×')
    await typeText(field, 'eight')
    expect(text(root)).toContain(say['input.amount-not-a-number'])
    await click(root, 'reset')
    expect(text(root)).toContain(say['whatIf.invite'])
  })

  it('gives the curve’s content in words', async () => {
    const root = await popup(fixture.enrolled)
    const label = root.querySelector('svg.curve')!.getAttribute('aria-label')
    expect(label).toContain('You are at 5.41× with 5,103 STX.')
    expect(label).toContain('With the golden ratio of cycle 5, it was reached at')
  })
})

describe('enrolling', () => {
  const open = async (change: Partial<Commands>, state = fixture.notEnrolled) => {
    const root = await popup(state, change)
    await click(root, 'Enroll')
    return root
  }
  const submit = async (root: HTMLElement) => {
    await act(
      async () =>
        void root
          .querySelector('form')!
          .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    )
    await settle()
  }

  it('states before the wallet opens what it does, moves and costs', async () => {
    const root = await open({})
    expect(text(root)).toContain('What it movesNothing.')
    expect(text(root)).toContain(
      'From cycle 8, which starts in 657 blocks (~5 days). It pays out around Dec 13.',
    )
    expect(document.activeElement?.textContent).toBe('Enroll in Dual Stacking')
  })

  it('pays to the address itself unless another one is given', async () => {
    const enroll = vi.fn(async () => ({ ok: true as const }))
    await submit(await open({ enroll }))
    expect(enroll).toHaveBeenLastCalledWith(null)
    const root = await open({ enroll })
    await act(async () => root.querySelector<HTMLInputElement>('input[type=checkbox]')!.click())
    await submit(root)
    expect(enroll).toHaveBeenCalledTimes(1)
    expect(text(root)).toContain('Enter an address.')
    await typeText(
      findControl<HTMLInputElement>(root, 'Reward address'),
      fixture.OTHER.toLowerCase(),
    )
    expect(text(root)).toContain(say['address.compare'])
    await submit(root)
    expect(enroll).toHaveBeenLastCalledWith(fixture.OTHER)
  })

  it('never pays to the contract itself', async () => {
    const enroll = vi.fn(async () => ({ ok: true as const }))
    const root = await open({ enroll })
    await act(async () => findControl(root, say['enroll.elsewhere'], 'label').click())
    await typeText(findControl<HTMLInputElement>(root, 'Reward address'), env.contract)
    await submit(root)
    expect(text(root)).toContain('This is the Dual Stacking contract itself')
    expect(enroll).not.toHaveBeenCalled()
  })

  it('is refused with a sentence, and everything stays where it was', async () => {
    const root = await open({ enroll: async () => ({ ok: false, code: 'no-tab' }) })
    await submit(root)
    expect(text(root)).toContain(say['commands.no-tab'])
    expect(text(root)).toContain('Enroll in Dual Stacking')
  })

  it('reports a background that does not answer', async () => {
    const root = await open({ enroll: () => Promise.reject(new Error('gone')) })
    await submit(root)
    expect(text(root)).toContain(say['commands.no-answer'])
  })

  it('is not offered when it would certainly fail', async () => {
    const root = await popup(
      fixture.withReading({
        sats: known(4_000n),
        enrolledThisCycle: known(false),
        enrolledNextCycle: known(false),
      }),
    )
    expect(text(root)).toContain('You need at least 10,000 sats of sBTC to enroll.')
    expect(findControl<HTMLButtonElement>(root, 'Enroll').disabled).toBe(true)
  })
})

describe('the reward address', () => {
  const entering = async (address: string) => {
    const root = await popup(fixture.enrolled)
    await click(root, 'Change reward address')
    await typeText(findControl<HTMLInputElement>(root, 'Reward address'), address)
    return text(root)
  }
  const warning = say['address.lookalike']

  it('warns of one that begins and ends like a familiar one', async () => {
    expect(await entering('SP2J6ZY48KTMTVWEZXWAYPE0VBJSWNB4Z4J8D9EJ7')).toContain(warning)
    expect(await entering(fixture.ME)).not.toContain(warning)
    expect(await entering(fixture.OTHER)).not.toContain(warning)
  })

  it.each([
    ['the one that it is already', fixture.ME, say['commands.same-reward-address']],
    ['a contract', 'SP000000000000000000002Q6VF78.pox-4', 'This is a contract.'],
    [
      'a Bitcoin address',
      'bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
      'This is a Bitcoin address.',
    ],
  ])('says that one is %s', async (_what, address, sentence) => {
    expect(await entering(address)).toContain(sentence)
  })
})

describe('navigation', () => {
  it('arrows move between tabs, Escape leads back and the focus returns', async () => {
    const root = await popup(fixture.enrolled)
    const press = (element: Element, key: string) =>
      act(
        async () =>
          void element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
      )
    await press(root.querySelector('[role=tablist]')!, 'ArrowRight')
    expect(document.activeElement?.textContent).toBe('Rewards')
    expect(text(root)).toContain('49,554 sats')
    await press(root.querySelector('[role=tablist]')!, 'ArrowLeft')
    await click(root, 'Opt out')
    expect(text(root)).toContain('Cycle 7 still pays out as usual')
    await press(root.querySelector('.screen')!, 'Escape')
    expect(document.activeElement?.textContent).toBe('Opt out')
  })
})

describe('settings', () => {
  it('are saved one by one as they are changed', async () => {
    const saveSettings = vi.fn(async () => ({ ok: true as const }))
    const root = await mount(
      <SettingsView
        startAt="api-key"
        settings={fixture.sampleSettings}
        deployments={deployments}
        commands={{ saveSettings }}
        onBack={() => {}}
      />,
    )
    await act(async () =>
      findControl<HTMLInputElement>(root, say['settings.notify.goldenRatioMoved']).click(),
    )
    expect(saveSettings).toHaveBeenLastCalledWith({
      ...fixture.sampleSettings,
      notifications: { ...fixture.sampleSettings.notifications, goldenRatioMoved: true },
    })
    const servers = findControl<HTMLTextAreaElement>(root, say['settings.api'], 'textarea')
    await typeText(servers as unknown as HTMLInputElement, 'http://example.org')
    await act(async () => void servers.dispatchEvent(new FocusEvent('blur')))
    expect(text(root)).toContain('Enter web addresses that start with https://')
    expect(saveSettings).toHaveBeenCalledTimes(1)
  })

  it('stay as chosen until they are stored, and go back when they are refused', async () => {
    let answer!: (result: CommandResult) => void
    const saveSettings = () => new Promise<CommandResult>((resolve) => (answer = resolve))
    const root = document.createElement('div')
    const show = (settings: Settings) =>
      mount(
        <SettingsView
          settings={settings}
          deployments={deployments}
          commands={{ saveSettings }}
          onBack={() => {}}
        />,
        root,
      )
    const stored = fixture.sampleSettings
    const moved = () => findControl<HTMLInputElement>(root, say['settings.notify.goldenRatioMoved'])
    await show(stored)
    await act(async () => moved().click())
    await show({ ...stored })
    expect(moved().checked).toBe(true)
    answer({ ok: false, code: 'bad-settings' })
    await settle()
    expect(moved().checked).toBe(false)

    await act(async () => moved().click())
    const notifications = { ...stored.notifications, goldenRatioMoved: true }
    answer({ ok: true })
    await settle()
    expect(moved().checked).toBe(true)
    await show({ ...stored, notifications })
    await show(stored)
    expect(moved().checked).toBe(false)
  })

  it('export without the key, and import keeps the key that is here', () => {
    const secret = {
      ...fixture.sampleSettings,
      apiKey: 'secret',
      apiKeyOrigin: 'https://api.example',
    }
    const file = serializeSettings(secret)
    expect(file).not.toContain('secret')
    expect(file).not.toContain('api.example')
    const mine = { apiKey: 'mine', apiKeyOrigin: 'https://mine.example' }
    expect(parseSettings(file, mine)).toEqual({ ...fixture.sampleSettings, ...mine })
    for (const wrong of ['', 'null', '[]', '{"units":"gold"}', '{"__proto__":{"apiKey":1}}'])
      expect(parseSettings(wrong, mine), wrong).toBeNull()
  })

  it('say why a contract was not added', async () => {
    const custom = {
      rows: [],
      isEmbeddedOffered: false,
      onAdd: async () => ({ ok: false as const, problem: 'insecure-url' as const }),
      onRemove: async () => {},
    }
    const root = await mount(
      <SettingsView
        startAt="api-key"
        settings={fixture.sampleSettings}
        deployments={deployments}
        custom={custom}
        commands={{ saveSettings: async () => ({ ok: true }) }}
        onBack={() => {}}
      />,
    )
    await click(root, 'Add a contract')
    await act(
      async () =>
        void root
          .querySelector('form')!
          .dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })),
    )
    await settle()
    expect(text(root)).toContain(say['deployment.insecure-url'])
  })
})

it('a failed signing keeps its request: the sentence, retrying, and dismissing it', async () => {
  const retry = vi.fn(async () => ({ ok: true as const }))
  const dismiss = vi.fn(async () => ({ ok: true as const }))
  const root = await popup(
    {
      ...fixture.notEnrolled,
      intents: [fixture.intent({ state: 'failed', failure: 'wrong-account' })],
    },
    { retry, dismiss },
  )
  expect(text(root)).toContain('The wallet uses another account.')
  await click(root, 'Try again')
  await click(root, 'Dismiss')
  expect([retry.mock.calls, dismiss.mock.calls]).toEqual([[['intent-1']], [['intent-1']]])
})
