import { useEffect, useState } from 'preact/hooks'
import * as v from 'valibot'
import { unknown } from '../../../chain/known.ts'
import { DeployView } from '../../../ui/console/deploy-view.tsx'
import { CostCard } from '../../../ui/console/deploy/cost-card.tsx'
import { setupCalls } from '../../../wallet/stacks/setup-requests.ts'
import { type ConsoleContext, isUnsettled } from '../console-context.ts'
import { useDeployFees } from '../use-deploy-fees.ts'
import { deploySources, loadSource, mainSource } from './deploy-sources.ts'

/** Deploying a contract of one's own. */
export function DeployTab({ state, chain, link, commands, operator, deployment }: ConsoleContext) {
  const [name, setName] = useState<string>(mainSource)
  const fees = useDeployFees({ link, deployment })
  const feeOf = (of: string) => fees[of] ?? unknown('not-read')
  const [there, setThere] = useState<Record<string, boolean>>({})
  const named = deploySources.map((source) => (source.name === mainSource ? name : source.name))
  const deploys = state.intents.filter(
    ({ request }) => request.deploy && request.account === operator,
  )
  const settled = deploys.filter((intent) => !isUnsettled(intent)).length
  useEffect(() => {
    let wanted = true
    setThere({})
    if (operator === null) return
    for (const each of named) {
      void link.ask({ kind: 'exists', contract: `${operator}.${each}` }, v.boolean()).then(
        (exists) => wanted && setThere((before) => ({ ...before, [each]: exists })),
        () => undefined,
      )
    }
    return () => {
      wanted = false
    }
  }, [link, operator, name, settled, chain.revision])

  const deploy = async (wanted: string) => {
    const source = deploySources[named.indexOf(wanted)]!
    return commands.deploy(wanted, await loadSource(source, deployment))
  }
  const use = async () => {
    const contract = `${operator}.${name}`
    const added = await commands.addDeployment({
      label: name,
      network: deployment.network,
      contract,
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
  return (
    <DeployView
      account={operator}
      name={name}
      onName={setName}
      onDeploy={deploy}
      onUse={use}
      parts={named.map((each) => ({
        name: each,
        there: there[each] ?? null,
        pending: deploys.some(
          (intent) => isUnsettled(intent) && intent.request.contract === `${operator}.${each}`,
        ),
      }))}
    >
      <CostCard
        deployments={deploySources.map((source, at) => ({
          name: named[at]!,
          fee: feeOf(source.name),
        }))}
        calls={setupCalls.map((call) => ({ call, fee: feeOf(call) }))}
      />
    </DeployView>
  )
}
