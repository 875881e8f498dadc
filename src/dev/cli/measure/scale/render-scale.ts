import type { ListCosts } from './read-costs.ts'
import { mostCaptured, scaleOf } from './scale-of.ts'

const sizes = [10_000, 100_000, 1_000_000]
const shares = [
  { oneOf: 1, name: 'all of it' },
  { oneOf: 4, name: 'a quarter' },
]

const thousands = (amount: number) => String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ' ')
const stx = (microStx: number) =>
  microStx < 1e7 ? (microStx / 1e6).toFixed(1) : thousands(Math.round(microStx / 1e6))
const against = (needed: number, there: number) =>
  `${thousands(needed)} of ${there}${needed > there ? ', **too many**' : ''}`

/** The tables of docs/scale.md: what a cycle takes, and how many participants are the most. */
export function renderScale(costs: ListCosts): string {
  const rows = sizes.flatMap((participants) =>
    shares.map(({ oneOf, name }) => {
      const scale = scaleOf({ participants, oneOf, costs })
      const cells = [
        thousands(participants),
        name,
        thousands(scale.calls),
        `${stx(scale.bytes)} to ${stx(scale.bytes * 10)}`,
        against(scale.captureBlocks, scale.windowBlocks),
        against(scale.closingBlocks, scale.closingRoom),
      ]
      return `| ${cells.join(' | ')} |`
    }),
  )
  const most = shares.map(({ oneOf, name }) => {
    const cells = [1, 2].map((times) => thousands(mostCaptured({ oneOf, costs }, times)))
    return `| ${name} | ${cells.join(' | ')} |`
  })
  return [
    '| participants | room | calls | fees, STX | Bitcoin blocks for a capture | for tally, weights and payment |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    '| room | most participants, each captured once | captured twice |',
    '|---|---|---|',
    ...most,
  ].join('\n')
}
