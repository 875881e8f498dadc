/** @jsxImportSource preact */
import { render } from 'preact'
import { useState } from 'preact/hooks'
import 'twinstack/widget/yield/preact'
import type { YieldDetail } from 'twinstack/widget/yield/preact'

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

render(<App />, document.body)
