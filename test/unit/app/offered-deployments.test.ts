import { describe, expect, it } from 'vitest'
import { isEmbeddedOffered, offeredDeployments } from '../../../src/app/offered-deployments.ts'
import { initialSettings } from '../../../src/app/settings.ts'
import { builtInDeployments } from '../../../src/chain/stacks/deployments.ts'
import { embeddedSettings } from '../../../src/dev/browser/embedded-settings.ts'

const fresh = initialSettings()
const networksOf = (choice: Parameters<typeof offeredDeployments>[0]) =>
  new Set(offeredDeployments(choice, []).map(({ network }) => network))

describe('the embedded network', () => {
  it('is no choice of a fresh profile, which is on mainnet', () => {
    expect(networksOf(fresh)).toEqual(new Set(['mainnet', 'testnet']))
    expect(isEmbeddedOffered(fresh, [])).toBe(false)
    const chosen = builtInDeployments.find(({ id }) => id === fresh.deployment)
    expect(chosen).toMatchObject({ network: 'mainnet', supersededBy: null })
  })

  it('is a choice as soon as a host on this machine is asked, and while it is in use', () => {
    expect(networksOf({ ...fresh, apiBases: ['http://127.0.0.1:3999'] })).toContain('devnet')
    expect(networksOf({ ...embeddedSettings(''), apiBases: [] })).toContain('devnet')
    expect(isEmbeddedOffered({ ...fresh, apiBases: ['https://api.example'] }, [])).toBe(false)
  })
})

it('no built-in row names a host on this machine', () => {
  expect(JSON.stringify(builtInDeployments)).not.toMatch(/127\.0\.0\.1|localhost/)
})

it('contracts of the user’s own are always offered', () => {
  const own = { ...builtInDeployments.at(-1)!, id: 'custom-devnet-x', custom: true }
  expect(offeredDeployments(fresh, [own])).toContain(own)
})
