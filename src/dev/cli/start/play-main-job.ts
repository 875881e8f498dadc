import { Cl } from '@stacks/transactions'
import { catalogue as say } from '../../../words/en/index.ts'
import type { Session } from '../../browser/chromium/session.ts'
import type { View } from '../../browser/chromium/view.ts'
import { embeddedSettings } from '../../browser/embedded-settings.ts'
import { userAccounts } from '../../network/accounts.ts'
import type { Network } from '../../network/index.ts'
import { createContractReader } from './create-contract-reader.ts'
import { findDeploymentId } from './find-deployment-id.ts'
import type { StepPlayer } from './step-player.ts'

/**
 * Plays the main job of Dual Stacking in a headless Chromium, from the installation to opting out:
 * each step confirmed by the chain, not by a view.
 */
export async function playMainJob(
  network: Network,
  session: Session,
  player: StepPlayer,
): Promise<void> {
  const { address } = userAccounts[0]!
  const rewardAddress = userAccounts[1]!.address
  const read = createContractReader(network.url, network.contracts.dualStacking)
  await session.probe.sendCommand({
    type: 'saveSettings',
    settings: embeddedSettings(network.url, { deployment: findDeploymentId(network) }),
  })
  const step = player.play.bind(player)
  // The previous step's popup may still be open; clicking the button again would close it.
  const open = async (page: Awaited<ReturnType<Session['openPage']>>) => {
    await session.chromium.closePopup()
    return session.openPopup(page)
  }
  // A transaction is confirmed when the chain has it; the extension's own tracking updates the
  // view.
  const signed = async (
    name: string,
    submit: string,
    page: Awaited<ReturnType<Session['openPage']>>,
    press: (popup: View) => Promise<unknown>,
  ) => {
    const popup = await open(page)
    player.takePictureBefore(submit, `${name}-form`, popup)
    await press(popup)
    await popup.press(submit)
    await session.wallet.window()
    await player.takePicture(`${name}-in-wallet`, popup)
    await session.wallet.approve()
    const { intents } = await session.probe.waitUntil(
      (state) => state.intents.some(({ state: at }) => at === 'submitted' || at === 'confirmed'),
      'a transaction that was sent',
    )
    const intent = intents.find(({ txid }) => txid !== null)!
    await network.control.mine()
    await session.probe.sendCommand({ type: 'refresh' })
    await session.probe.waitUntil(
      (state) => state.intents.some((each) => each.id === intent.id && each.state === 'confirmed'),
      'a confirmed transaction',
    )
    return { popup, txid: intent.txid!, id: intent.id }
  }

  const page = await session.openPage()
  await step('install', async () => {
    const view = await open(page)
    await view.waitForText(say['connect.wallet'])
    const { accounts } = await session.probe.readState()
    return { view, says: 'no account yet', confirmed: accounts.length === 0 }
  })
  await step('connect', async () => {
    await session.chromium.closePopup()
    const view = await session.connect(page)
    await view.waitForText(address.slice(0, 4))
    await session.probe.waitUntil(
      (state) => state.readings[address]?.sats.known === true,
      'the account’s reading',
    )
    const { accounts } = await session.probe.readState()
    return {
      view,
      says: `the wallet gave ${accounts[0]?.address}`,
      confirmed: accounts[0]?.address === address,
    }
  })
  await step('enroll', async () => {
    const { popup, txid, id } = await signed('enroll', say['enroll.submit'], page, async (view) => {
      await view.press(say['action.enroll'])
    })
    const enrolled = await read('is-enrolled-in-next-cycle', [Cl.principal(address)])
    await session.probe.sendCommand({ type: 'dismiss', intentId: id })
    return {
      view: popup,
      says: `${txid} mined; is-enrolled-in-next-cycle = ${enrolled}`,
      confirmed: enrolled === true,
    }
  })
  let cycle = 0
  await step('cycle', async () => {
    const before = Number(await read('get-current-cycle-id', []))
    await network.control.runTo('advance-to-next-cycle')
    cycle = Number(await read('get-current-cycle-id', []))
    const counts = await read('is-enrolled-this-cycle', [Cl.principal(address)])
    await session.probe.sendCommand({ type: 'refresh' })
    await session.probe.waitUntil(
      (state) => state.network?.cycle.known === true && state.network.cycle.value.id === cycle,
      'the new cycle',
    )
    return {
      view: await open(page),
      says: `cycle ${before} → ${cycle}; is-enrolled-this-cycle = ${counts}`,
      confirmed: counts === true && cycle === before + 1,
    }
  })
  let sats = 0n
  await step('reward', async () => {
    await network.control.runTo('finalize-reward-distribution')
    sats = BigInt(
      String(
        (await read('reward-amount-for-cycle-and-address', [
          Cl.uint(cycle),
          Cl.principal(address),
        ])) ?? 0,
      ),
    )
    await session.probe.sendCommand({ type: 'refresh' })
    const { rewards } = await session.probe.waitUntil(
      (state) => state.rewards.length > 0,
      'a reward',
    )
    const view = await open(page)
    await view.waitForText(say['whatIf.title'])
    return {
      view,
      says: `reward-amount-for-cycle-and-address(${cycle}) = ${sats} sats; the extension found ${rewards[0]?.sats}`,
      confirmed: sats > 0n && rewards[0]?.sats === sats,
    }
  })
  await step('notification', async () => {
    const { rewards } = await session.probe.readState()
    const shown = await session.probe.notifications()
    const key = rewards[0]?.key ?? 'none'
    const view = await open(page)
    await view.press(say['tab.rewards'])
    await view.waitForText(`${sats.toLocaleString('en')} sats`)
    return {
      view,
      says: `${shown.length} shown, for ${key}`,
      confirmed:
        shown.filter((id) => id.includes(key)).length === 1 && shown.length === rewards.length,
    }
  })
  await step('change-reward-address', async () => {
    const { popup, txid, id } = await signed(
      'change-reward-address',
      say['change.submit'],
      page,
      async (view) => {
        await view.press(say['action.change-reward-address'])
        await view.fill(say['address.reward'], rewardAddress)
      },
    )
    const latest = await read('get-latest-reward-address', [Cl.principal(address)])
    await session.probe.sendCommand({ type: 'dismiss', intentId: id })
    return {
      view: popup,
      says: `${txid} mined; get-latest-reward-address = ${latest}`,
      confirmed: latest === rewardAddress,
    }
  })
  await step('opt-out', async () => {
    const { popup, txid } = await signed('opt-out', say['optOut.submit'], page, async (view) => {
      await view.press(say['action.opt-out'])
    })
    const enrolled = await read('is-enrolled-in-next-cycle', [Cl.principal(address)])
    return {
      view: popup,
      says: `${txid} mined; is-enrolled-in-next-cycle = ${enrolled}`,
      confirmed: enrolled === false,
    }
  })
}
