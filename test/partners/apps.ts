/** A partner's app in `test/partners/apps`, as its tools make it. */
export interface PartnerApp {
  /** Its folder; `sources`: the one whose files it shares, all but its package.json. */
  name: string
  sources?: string
  /** Where its production build puts the site. */
  out: string
  /** Whether its pages have scripts within the markup, which a strict policy forbids. */
  inlines?: true
  /** Whether it has components that React renders on a server alone, as Next does. */
  hasServerComponents?: true
}

export const partnerApps: readonly PartnerApp[] = [
  { name: 'vite-react', out: 'dist' },
  { name: 'vite-react-18', sources: 'vite-react', out: 'dist' },
  { name: 'vite-vue', out: 'dist' },
  { name: 'vite-svelte', out: 'dist' },
  { name: 'next', out: 'out', inlines: true, hasServerComponents: true },
  { name: 'astro', out: 'dist' },
  { name: 'webpack', out: 'dist' },
  { name: 'esbuild', sources: 'webpack', out: 'dist' },
]
