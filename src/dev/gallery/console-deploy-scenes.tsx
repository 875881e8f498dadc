import type { ComponentChildren } from 'preact'
import type { SetupReading } from '../../app/dual-stacking/programme/setup-steps.ts'
import { known, unknown } from '../../chain/known.ts'
import { publicSignatures } from '../../protocol/dual-stacking/contract/abi.ts'
import { DeployView } from '../../ui/console/deploy-view.tsx'
import { BudgetCard } from '../../ui/console/deploy/budget-card.tsx'
import { CostCard } from '../../ui/console/deploy/cost-card.tsx'
import { SetupCard } from '../../ui/console/deploy/setup-card.tsx'
import { usePlanFields } from '../../ui/console/deploy/use-plan-fields.ts'
import { NextStepCard } from '../../ui/console/next-step-card.tsx'
import { setupCalls } from '../../wallet/stacks/setup-requests.ts'
import { ConsoleFrame } from './console-frame.tsx'
import { ME } from './fixtures.ts'
import { env } from './popup-scenes.tsx'

const accept = async () => ({ ok: true as const })
const names = ['bitcoin-block-buffer-live', 'liquid-stacking-live', 'our-program'] as const
const deployed: SetupReading = {
  isActive: false,
  snapshots: 14,
  blocksPerSnapshot: 150,
  apr: 5_000_000n,
  countsLiquid: true,
  startHeight: 922_150,
  startsTooEarly: true,
  poolSats: 250_000_000n,
}
const calls = {
  family: 'v1' as const,
  env,
  poolSats: deployed.poolSats,
  blocksPerYear: 52_500n,
  cycleBlocks: 2_100n,
  onCall: accept,
}

function Setup({ reading }: { reading: SetupReading }) {
  const plan = usePlanFields()
  return (
    <SetupCard
      reading={reading}
      plan={plan.wanted}
      calls={calls}
      signatures={publicSignatures}
      isAdmin
      fund={{ signing: null, ownSats: 1_000_000_000n, onFund: accept }}
      burnHeight={960_000}
      pending={false}
      nextStep={
        <NextStepCard
          step={{ kind: 'wait-burn', height: 960_144, next: 'initialize-contract' }}
          batchLimit={900}
          burnHeight={960_000}
          feeMicroStx={null}
          paysSats={null}
          onSign={accept}
          pending={false}
        />
      }
    />
  )
}

const Plan = () => <BudgetCard plan={usePlanFields()} />
const setup = (reading: SetupReading) => (
  <ConsoleFrame section="deploy">
    <DeployView
      account={ME}
      name="our-program"
      onName={() => {}}
      onDeploy={accept}
      onUse={accept}
      isInUse
      parts={names.map((name) => ({ name, there: true, pending: false }))}
    >
      <Setup reading={reading} />
    </DeployView>
  </ConsoleFrame>
)

/** From nothing to a program that runs. */
export const consoleDeployScenes: Record<string, () => ComponentChildren> = {
  'console-deploy': () => (
    <ConsoleFrame section="deploy">
      <DeployView
        account={ME}
        name="our-program"
        onName={() => {}}
        onDeploy={accept}
        onUse={async () => ({ ok: false, problem: 'exists' })}
        isMainnet
        parts={names.map((name, at) => ({ name, there: at === 0, pending: false }))}
        before={
          <>
            <Plan />
            <CostCard
              deployments={names.map((name, at) => ({ name, fee: known(7_200n << BigInt(at)) }))}
              calls={setupCalls.map((call) => ({
                call,
                fee: call === 'transfer' ? unknown('bad-answer') : known(900n),
              }))}
            />
          </>
        }
      />
    </ConsoleFrame>
  ),
  'console-deploy-nobody': () => (
    <ConsoleFrame section="deploy">
      <DeployView
        account={null}
        name="9 lives"
        onName={() => {}}
        onDeploy={accept}
        onUse={accept}
        parts={[]}
      />
    </ConsoleFrame>
  ),
  'console-deploy-setup': () => setup(deployed),
  'console-deploy-ready': () =>
    setup({ ...deployed, countsLiquid: false, startHeight: 960_144, startsTooEarly: false }),
  'console-deploy-running': () =>
    setup({ ...deployed, countsLiquid: false, startHeight: 959_000, isActive: true }),
}
