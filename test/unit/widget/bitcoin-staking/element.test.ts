import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { BitcoinStakingYield } from '../../../../src/widget/bitcoin-staking/element.ts'

const docs = readFileSync('docs/bitcoin-staking-widget.md', 'utf8')
const sources = ['view', 'actions', 'events']
  .map((name) => readFileSync(`src/widget/bitcoin-staking/${name}.ts`, 'utf8'))
  .join('')

it('has every attribute, event and part in its documentation', () => {
  for (const name of BitcoinStakingYield.observedAttributes) expect(docs).toContain(`\`${name}\``)
  for (const [, event] of sources.matchAll(/'(yield-[a-z-]+)':/g))
    expect(docs).toContain(`\`${event}\``)
  for (const [, part] of sources.matchAll(/part: '(\w+)'/g)) expect(docs).toContain(`\`${part}\``)
})
