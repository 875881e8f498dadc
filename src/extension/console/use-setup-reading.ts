import { useEffect, useState } from 'preact/hooks'
import type * as v from 'valibot'
import type { SetupReading } from '../../app/dual-stacking/programme/setup-steps.ts'
import type { ConsoleContext } from './console-context.ts'
import { settingsAnswer } from './worker/protocol.ts'

/**
 * How far the contract in use is on its way to its first cycle, read again with each plan; null:
 * not read yet, or it is another contract than `contract`.
 */
export function useSetupReading(
  { chain, link, deployment }: Pick<ConsoleContext, 'chain' | 'link' | 'deployment'>,
  contract: string | null,
): SetupReading | null {
  const { plan, capabilities, revision } = chain
  const isInUse = deployment.contract === contract && capabilities?.live === true
  const [settings, setSettings] = useState<v.InferOutput<typeof settingsAnswer> | null>(null)
  useEffect(() => {
    if (!isInUse) return setSettings(null)
    let wanted = true
    void link.ask({ kind: 'settings' }, settingsAnswer).then(
      (answer) => wanted && setSettings(answer),
      // What was read before stays; the next plan comes with another reading.
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [link, contract, isInUse, revision])
  if (!isInUse || !plan || !settings) return null
  const { cycle, step } = plan
  return {
    ...settings,
    isActive: cycle.phase !== 'inactive',
    snapshots: cycle.snapshotsPerCycle,
    blocksPerSnapshot: cycle.blocksPerSnapshot,
    startHeight: cycle.startHeight,
    startsTooEarly: step.kind === 'stuck' && step.reason.code === 'starts-before-deployment',
    poolSats: plan.poolSats,
  }
}
