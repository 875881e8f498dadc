/** @jsxImportSource react */
import { useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import 'twinstack/widget/yield/react'
import type { BitcoinStakingYield } from 'twinstack/widget/yield/react'

function App() {
  const widget = useRef<BitcoinStakingYield>(null)
  const [sats, setSats] = useState<string>()
  // Neither React 18 nor hydration attaches listeners that are written as attributes.
  useEffect(() => {
    const { current: element } = widget
    const listening = new AbortController()
    const show = () => setSats(element?.result?.sats)
    show()
    for (const name of ['yield-ready', 'yield-change'])
      element?.addEventListener(name, show, { signal: listening.signal })
    return () => listening.abort()
  }, [])
  return (
    <>
      <bitcoin-staking-yield
        ref={widget}
        stx="25000"
        manager="SP3KJBWTS3K562BF5NXWG5JC8W90HEG7WPYH5B97X.your-manager"
        snapshot-url="/yield.json"
      />
      <p>{sats ?? 'unknown'} sats per cycle</p>
    </>
  )
}

createRoot(document.body.appendChild(document.createElement('main'))).render(<App />)
