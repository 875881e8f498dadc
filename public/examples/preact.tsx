/** @jsxImportSource preact */
import { render } from 'preact'
import { useState } from 'preact/hooks'
import 'twinstack/widget/preact'
import type { BoostDetail } from 'twinstack/widget/preact'

function App() {
  const [sats, setSats] = useState<string>()
  const change = ({ detail }: CustomEvent<BoostDetail>) => setSats(detail.rewardSats)
  return (
    <>
      <dual-stacking-boost
        network="testnet"
        sbtc="0.1152"
        stx="5103"
        golden-ratio="191000"
        onboost-ready={change}
        onboost-change={change}
      />
      <p>{sats ?? 'unknown'} sats per cycle</p>
    </>
  )
}

render(<App />, document.body)
