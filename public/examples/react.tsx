/** @jsxImportSource react */
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import 'twinstack/widget/react'
import type { BoostDetail } from 'twinstack/widget/react'

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

createRoot(document.body.appendChild(document.createElement('main'))).render(<App />)
