import { useEffect, useState } from 'preact/hooks'

/** A text as a QR code: dark on light in every theme, since not every scanner reads the other. */
export function QrCode({ text, title }: { text: string; title: string }) {
  const [rows, setRows] = useState<boolean[][] | null>(null)
  useEffect(() => {
    let wanted = true
    void import('./encode-qr.ts').then(({ encodeQr }) => wanted && setRows(encodeQr(text)))
    return () => void (wanted = false)
  }, [text])
  const size = rows?.length ?? 1
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" shape-rendering="crispEdges">
      <title>{title}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={rows ? drawRows(rows) : ''} fill="#000" />
    </svg>
  )
}

/** A square for each dark module. */
const drawRows = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
