import { useEffect, useRef, useState } from 'react'
import 'twinstack/widget/pool/react'
import 'twinstack/widget/react'
import type { DualStackingBoost } from 'twinstack/widget/react'
import 'twinstack/widget/yield/react'
import type { BitcoinStakingYield } from 'twinstack/widget/yield/react'

export function App() {
  const boost = useRef<DualStackingBoost>(null)
  const staking = useRef<BitcoinStakingYield>(null)
  const [boostSats, setBoostSats] = useState<string>()
  const [yieldSats, setYieldSats] = useState<string>()
  useEffect(() => {
    const { signal, abort } = listening()
    const show = () => setBoostSats(boost.current?.result?.rewardSats)
    show()
    for (const name of ['boost-ready', 'boost-change'])
      boost.current?.addEventListener(name, show, { signal })
    return abort
  }, [])
  useEffect(() => {
    const { signal, abort } = listening()
    const show = () => setYieldSats(staking.current?.result?.sats)
    show()
    for (const name of ['yield-ready', 'yield-change'])
      staking.current?.addEventListener(name, show, { signal })
    return abort
  }, [])
  return (
    <main>
      <dual-stacking-boost
        ref={boost}
        network="testnet"
        sbtc="0.1152"
        stx="5103"
        golden-ratio="191000"
        compact={false}
      />
      <output id="boost">{boostSats}</output>
      <bitcoin-staking-yield ref={staking} stx="25000" snapshot-url="/yield.json" />
      <output id="yield">{yieldSats}</output>
      <hyperstaking-pool dusk="5000" />
    </main>
  )
}

function listening() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
