import { useState } from 'preact/hooks'
import { unknown } from '../../../chain/known.ts'
import { DeployView } from '../../../ui/console/deploy-view.tsx'
import { BudgetCard } from '../../../ui/console/deploy/budget-card.tsx'
import { CostCard } from '../../../ui/console/deploy/cost-card.tsx'
import { SetupCard } from '../../../ui/console/deploy/setup-card.tsx'
import { usePlanFields } from '../../../ui/console/deploy/use-plan-fields.ts'
import { useWords } from '../../../ui/hooks/use-words.ts'
import { setupCalls } from '../../../wallet/stacks/setup-requests.ts'
import { formatScaled } from '../../../words/format/numbers.ts'
import { adminCallsOf } from '../admin-calls.ts'
import { type ConsoleContext, isUnsettled } from '../console-context.ts'
import { fundingOf } from '../funding.ts'
import { keptPlan } from '../kept-plan.ts'
import { useDeployFees } from '../use-deploy-fees.ts'
import { useDeployedParts } from '../use-deployed-parts.ts'
import { useSetupReading } from '../use-setup-reading.ts'
import { deploySources, loadSource, mainSource } from './deploy-sources.ts'
import { PlannedCall } from './planned-call.tsx'
import { Unplanned } from './unplanned.tsx'

/** A programme of one's own: planned, deployed, put into use and set up until its cycle runs. */
export function DeployTab(context: ConsoleContext) {
  const { state, chain, commands, operator, deployment, intents } = context
  const { f } = useWords()
  const [typed, setName] = useState<string | null>(null)
  // One that was begun goes on under its name.
  const begun = deployment.custom && deployment.contract.startsWith(`${operator}.`)
  const name = typed ?? (begun ? deployment.contract.split('.')[1]! : mainSource)
  const contract = operator === null ? null : `${operator}.${name}`
  const names = deploySources.map((source) => (source.name === mainSource ? name : source.name))
  const parts = useDeployedParts(context, names)
  const fees = useDeployFees(context)
  const feeOf = (of: string) => fees[of] ?? unknown('not-read')
  const reading = useSetupReading(context, contract)
  const plan = usePlanFields(
    reading
      ? {
          snapshots: String(reading.snapshots),
          blocks: String(reading.blocksPerSnapshot),
          apr: formatScaled(f.locale, reading.apr, 6, {
            maximumFractionDigits: 6,
            useGrouping: false,
          }),
        }
      : {},
    keptPlan,
  )

  const deploy = async (wanted: string) => {
    const source = deploySources[names.indexOf(wanted)]!
    return commands.deploy(wanted, await loadSource(source, deployment))
  }
  const use = async () => {
    const added = await commands.addDeployment({
      label: name,
      network: deployment.network,
      contract: contract!,
      apiBases: deployment.apiBases,
    })
    if (!added.ok && added.problem !== 'exists') return added
    const id = `custom-${deployment.network}-${contract}`
    const known = [...(state.customDeployments ?? [])].find((row) => row.contract === contract)
    // The row was made a moment ago: its id begins with its network and contract, whatever hosts it
    // has.
    await commands.saveSettings({
      ...state.settings,
      deployment: known?.id ?? `${id}@${new URL(deployment.apiBases[0]!).host}`,
    })
    return { ok: true as const }
  }
  const isInUse = contract === deployment.contract
  return (
    <DeployView
      account={operator}
      name={name}
      onName={setName}
      onDeploy={deploy}
      onUse={use}
      isInUse={isInUse}
      isMainnet={deployment.network === 'mainnet'}
      parts={parts}
      before={
        <>
          <BudgetCard plan={plan} />
          <CostCard
            deployments={deploySources.map((source, at) => ({
              name: names[at]!,
              fee: feeOf(source.name),
            }))}
            calls={setupCalls.map((call) => ({ call, fee: feeOf(call) }))}
          />
        </>
      }
    >
      {isInUse && !reading && <Unplanned chain={chain} />}
      {reading && chain.plan && (
        <SetupCard
          reading={reading}
          plan={plan.wanted}
          calls={adminCallsOf(context)}
          signatures={chain.capabilities?.calls ?? {}}
          isAdmin={operator !== null && chain.capabilities?.admin === operator}
          fund={fundingOf(context)}
          burnHeight={chain.plan.burnHeight}
          pending={intents.some(isUnsettled)}
          nextStep={<PlannedCall {...context} plan={chain.plan} />}
        />
      )}
    </DeployView>
  )
}
