import type { ComponentChildren } from 'preact'
import type { AppState } from '../../app/app-state.ts'
import type { StakingCommands } from '../../app/bitcoin-staking/staking-commands.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { known } from '../../chain/known.ts'
import { projectStaking } from '../../protocol/bitcoin-staking/projection/project-staking.ts'
import { PopupView } from '../../ui/popup/popup-view.tsx'
import * as fixture from './fixtures.ts'
import { commands, deployments, env } from './popup-scenes.tsx'
import * as example from './staking-fixtures.ts'

const accept = async () => ({ ok: true as const })
let project: StakingCommands['project'] = async (question) => projectStaking(question)
/** Projections come from here instead: the worker. */
export const projectStakingWith = (next: StakingCommands['project']): void => void (project = next)
const tabCommands: StakingCommands = {
  follow: accept,
  readManager: accept,
  sign: accept,
  project: (question, signal) => project(question, signal),
}

const popup = (state: StakingState, app: AppState = fixture.enrolled) => (
  <PopupView
    state={{ ...app, staking: state, rewards: [] }}
    commands={commands}
    project={() => new Promise(() => {})}
    staking={tabCommands}
    hyperstaking={<p />}
    initialTab="staking"
    env={{ ...env, network: 'mainnet' }}
    now={fixture.NOW}
    deployments={deployments}
    onErase={accept}
  />
)
const withSats = (sats: bigint) => fixture.withReading({ sats: known(sats) })
const nobody: AppState = {
  ...fixture.enrolled,
  accounts: [],
  selected: null,
  readings: {},
  rewards: [],
}

/** Bitcoin Staking in every state that a holder can meet. */
export const stakingScenes: Record<string, () => ComponentChildren> = {
  staking: () => popup(example.stakingExample),
  'staking-pending': () => popup(example.pendingStake),
  'staking-leaving': () => popup(example.leaving),
  'staking-expired': () => popup(example.expired),
  'staking-bond': () => popup(example.bonded),
  'staking-bond-ended': () => popup(example.bondEnded),
  'staking-stx-only': () => popup(example.unstaked, withSats(0n)),
  'staking-both': () => popup(example.unstaked),
  'staking-sbtc-only': () =>
    popup({
      ...example.unstaked,
      holder: {
        ...example.unstaked.holder!,
        position: { ...example.unstaked.holder!.position, unlockedMicroStx: known(0n) },
      },
    }),
  'staking-neither': () =>
    popup(
      {
        ...example.unstaked,
        holder: {
          ...example.unstaked.holder!,
          position: { ...example.unstaked.holder!.position, unlockedMicroStx: known(0n) },
        },
      },
      withSats(0n),
    ),
  'staking-preparing': () => popup(example.preparing),
  'staking-unread': () => popup(example.unread),
  'staking-unknown': () => popup(example.unknownFigures),
  'staking-paused': () =>
    popup({
      ...example.stakingExample,
      programme: { ...example.programme, isPaused: known(true) },
    }),
  'staking-first': () => popup({ ...example.stakingExample, holder: null }),
  'staking-welcome': () => popup({ ...example.stakingExample, holder: null }, nobody),
}
