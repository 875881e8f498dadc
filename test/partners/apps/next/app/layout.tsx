import type { ReactNode } from 'react'

export const metadata = { title: 'Next', icons: { icon: '/icon.svg' } }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
