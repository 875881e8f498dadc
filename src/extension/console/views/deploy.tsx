import { useEffect, useState } from 'preact/hooks'
import * as v from 'valibot'
import { DeployView } from '../../../ui/console/deploy-view.tsx'
import { type ConsoleContext, isUnsettled } from '../console-context.ts'

/** Mainnet's, which the sources name. */
const SBTC = 'SM3VDXK3WZZSA84XXFKAFAF15NNZX32CTSG82JFQ4.sbtc-token'

/** The sources, loaded when one is deployed; under their own names, but for the last. */
const sources = [
  {
    name: 'bitcoin-block-buffer-live',
    load: () => import('../../../contracts/bitcoin-block-buffer-live.clar?raw'),
  },
  {
    name: 'liquid-stacking-live',
    load: () => import('../../../contracts/liquid-stacking-live.clar?raw'),
  },
  {
    name: 'dual-stacking-live',
    load: () => import('../../../contracts/dual-stacking-live.clar?raw'),
  },
] as const
const main = sources[2].name

/** Deploying a contract of one's own. */
export function DeployTab({ state, chain, link, commands, operator, deployment }: ConsoleContext) {
  const [name, setName] = useState<string>(main)
  const [there, setThere] = useState<Record<string, boolean>>({})
  const named = sources.map((source) => (source.name === main ? name : source.name))
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
    const source = sources[named.indexOf(wanted)]!
    return commands.deploy(
      wanted,
      (await source.load()).default.replaceAll(SBTC, deployment.sbtcToken),
    )
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
    />
  )
}
