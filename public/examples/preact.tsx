/** @jsxImportSource preact */
import { render } from 'preact'
import { useState } from 'preact/hooks'
import 'twinstack/widget'
import type { BoostAttributes, BoostDetail, BoostListeners } from 'twinstack/widget'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements { 'dual-stacking-boost': BoostAttributes & BoostListeners }
  }
}

function App() {
  const [sats, setSats] = useState<string>()
  const change = ({ detail }: CustomEvent<BoostDetail>) => setSats(detail.rewardSats)
  return (
    <>
      <dual-stacking-boost sbtc="0.1152" stx="5103" golden-ratio="191000" onboost-ready={change} onboost-change={change} />
      <p>{sats ?? 'unknown'} sats a cycle</p>
    </>
  )
}

render(<App />, document.body)
