import { expect, it } from 'vitest'
import { embedCode } from '../../../../../src/app/dual-stacking/programme/embed-code.ts'
import { findDeployment, unlistedDeployment } from '../../../../../src/chain/stacks/deployments.ts'
import { selectDeployment } from '../../../../../src/widget/dual-stacking/chain.ts'

const own = unlistedDeployment('testnet', 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.our-programme')

it.each([own, findDeployment('testnet-v2')!])('names the programme: $id', (deployment) => {
  const code = embedCode(deployment, '1.2.3')
  expect(code).toContain('twinstack@1.2.3')
  const [, network] = /network="([^"]+)"/.exec(code)!
  expect(selectDeployment({ network: network!, apiUrl: null })).toEqual(deployment)
})
