/** @jsxImportSource react */
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import 'twinstack/widget/yield/react'
import type { YieldDetail } from 'twinstack/widget/yield/react'

function App() {
  const [sats, setSats] = useState<string>()
  const change = ({ detail }: CustomEvent<YieldDetail>) => setSats(detail.sats)
  return (
    <>
      <bitcoin-staking-yield
        stx="25000"
        manager="SP3KJBWTS3K562BF5NXWG5JC8W90HEG7WPYH5B97X.your-manager"
        snapshot-url="/yield.json"
        onyield-change={change}
      />
      <p>{sats ?? 'unknown'} sats per cycle</p>
    </>
  )
}

createRoot(document.body.appendChild(document.createElement('main'))).render(<App />)
