/** @jsxImportSource react */
import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import 'twinstack/widget/react'
import type { DualStackingBoost } from 'twinstack/widget/react'

function App() {
  const widget = useRef<DualStackingBoost>(null)
  const [sats, setSats] = useState<string>()
  // Neither React 18 nor hydration attaches listeners that are written as attributes.
  useEffect(() => {
    const { current: element } = widget
    const listening = new AbortController()
    const show = () => setSats(element?.result?.rewardSats)
    show()
    for (const name of ['boost-ready', 'boost-change'])
      element?.addEventListener(name, show, { signal: listening.signal })
    return () => listening.abort()
  }, [])
  return (
    <>
      <dual-stacking-boost
        ref={widget}
        network="testnet"
        sbtc="0.1152"
        stx="5103"
        golden-ratio="191000"
      />
      <p>{sats ?? 'unknown'} sats per cycle</p>
    </>
  )
}

createRoot(document.body.appendChild(document.createElement('main'))).render(<App />)
