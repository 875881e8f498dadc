import type { ComponentChildren } from 'preact'
import { programmeStateOf } from '../../app/bitcoin-staking/staking-question.ts'
import { stakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import { createStacksClient } from '../../chain/stacks/client.ts'
import { chooseStake } from '../../widget/bitcoin-staking/choose-stake.ts'
import type { ManagerFigures, YieldFigures } from '../../widget/bitcoin-staking/figures.ts'
import { ME, NOW } from './fixtures.ts'
import * as example from './staking-fixtures.ts'
import { YieldWidgetFrame, type SpokenYield, type YieldScene } from './yield-widget-frame.tsx'

const STX = 1_000_000n
const own: ManagerFigures = {
  manager: example.MANAGER,
  feeBips: 495n,
  laterFee: null,
  takesStakes: true,
  claimedBy: 'anyone',
  delegatedMicroStx: 35_000_000n * STX,
  pendingMicroStx: 35_000_000n * STX,
}
const read: YieldFigures = {
  state: programmeStateOf(example.stakingExample),
  manager: own,
  readAt: NOW - 60_000,
  isOld: false,
}
const held: YieldFigures['position'] = {
  held: {
    bond: null,
    manager: example.MANAGER,
    microStx: 25_000n * STX,
    unlockHeight: 997_850n,
    isOver: false,
  },
  readySats: 38_018n,
  isComplete: true,
}
/** Everything that is to be said of a manager at once. */
const dubious: ManagerFigures = {
  ...own,
  manager: example.NATIVE_MANAGER,
  feeBips: 1_500n,
  laterFee: { bips: 9_999n, fromCycle: 151n },
  takesStakes: false,
  claimedBy: 'holder',
  delegatedMicroStx: 20_000n * STX,
  pendingMicroStx: 20_000n * STX,
}

/** What a visitor is told before a stake with a native manager is signed. */
async function planOfStake({ forms, wallet }: SpokenYield): Promise<string[]> {
  const deployment = stakingDeployment('mainnet')
  const { manyManagers, unstaked, NATIVE_MANAGER } = example
  const chosen = await chooseStake(
    { ...unstaked, managers: manyManagers.managers },
    {
      action: 'stake',
      client: createStacksClient({ bases: [] }),
      deployment,
      account: ME,
      isFamiliar: () => true,
    },
    forms,
    {
      words: wallet,
      microStx: () => 3_000n * STX,
      place: () => ({ network: 'mainnet', apiUrl: null, manager: NATIVE_MANAGER, cycles: '3' }),
    },
  )
  return 'stop' in chosen ? chosen.stop : chosen.sentences
}

const scene = (options: YieldScene) => () => <YieldWidgetFrame scene={options} />

/** `<bitcoin-staking-yield>` on a partner's page. */
export const yieldWidgetScenes: Record<string, () => ComponentChildren> = {
  'yield-widget-unread': scene({ figures: null }),
  'yield-widget-guest': scene({ figures: read, manager: example.MANAGER }),
  'yield-widget-holder': scene({
    figures: { ...read, position: held },
    manager: example.MANAGER,
    say: ({ wallet: { t } }) => ({ text: `${t('confirmed')} ${t('more')}`, bad: false }),
  }),
  'yield-widget-old': scene({
    figures: { ...read, manager: dubious, readAt: NOW - 50_000_000, isOld: true },
    manager: example.NATIVE_MANAGER,
    say: ({ words: { t } }) => ({ text: t('problem.network'), bad: true }),
  }),
  'yield-widget-plan': scene({
    figures: { ...read, manager: { ...own, feeBips: 0n, claimedBy: 'holder' } },
    manager: example.NATIVE_MANAGER,
    stx: '3000',
    plan: planOfStake,
  }),
  'yield-widget-compact': scene({ figures: { ...read, manager: null }, isCompact: true }),
}
