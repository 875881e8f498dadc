import { expect, it } from 'vitest'
import { keeperConfigText } from '../../../../../src/app/dual-stacking/programme/keeper-config-text.ts'
import { unlistedDeployment } from '../../../../../src/chain/stacks/deployments.ts'
import { parseKeeperConfig } from '../../../../../src/keeper/config/parse-keeper-config.ts'

it('is a config that the keeper takes as it is', () => {
  const contract = 'ST1PQHQKV0RJXZFY1DGX8MNSNYVE3VGZJSRTPGZGM.our-programme'
  const deployment = {
    ...unlistedDeployment('testnet', contract),
    apiBases: ['https://api.testnet.hiro.so', 'http://127.0.0.1:3999'],
  }
  expect(parseKeeperConfig(keeperConfigText(deployment))).toMatchObject({
    ok: true,
    config: {
      network: 'testnet',
      hosts: deployment.apiBases,
      key: { file: 'keeper.key' },
      programmes: [{ contract }],
    },
  })
})
