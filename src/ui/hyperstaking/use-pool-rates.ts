import { useEffect, useMemo, useState } from 'preact/hooks'
import { askOutlook } from '../../app/hyperstaking/ask-outlook.ts'
import type { DuskCommands } from '../../app/hyperstaking/dusk-commands.ts'
import type { PoolSummary } from '../../app/hyperstaking/pool-summary.ts'
import { holdingIn } from '../../app/hyperstaking/pool-sums.ts'
import { toJson } from '../../chain/json.ts'

/** Epochs: a month, of which no range is drawn. */
const COMPARED = { epochs: 120, runs: 0 }

/**
 * The yearly rate of each pool by its id, scaled by 10^8: of what the account has in it, of
 * `example` (LUX) where that is nothing. Those that are not known are left out.
 */
export function usePoolRates(
  pools: readonly PoolSummary[],
  example: bigint,
  project: DuskCommands['project'],
): Readonly<Record<string, bigint>> {
  const inputs = pools.flatMap((pool) => {
    if (!pool.prospect.known) return []
    const position = holdingIn(pool)
    const deposit = position > 0n ? 0n : example
    const asked = { position, deposit, ...COMPARED }
    return [{ id: pool.id, input: askOutlook(pool, pool.prospect.value, asked) }]
  })
  const key = JSON.stringify(toJson(inputs))
  const asked = useMemo(() => inputs, [key])
  const [rates, setRates] = useState<Record<string, bigint>>({})
  useEffect(() => {
    const controller = new AbortController()
    const add = async () => {
      for (const { id, input } of asked) {
        const { apr } = await project(input, controller.signal)
        if (controller.signal.aborted) return
        setRates((known) => ({ ...known, [id]: apr }))
      }
    }
    setRates({})
    // Without them the pools are told apart by their names.
    add().catch(() => undefined)
    return () => controller.abort()
  }, [asked, project])
  return rates
}
