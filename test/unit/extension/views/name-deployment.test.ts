import { describe, expect, it } from 'vitest'
import { parseCustomDeployment } from '../../../../src/chain/stacks/custom-deployment.ts'
import { findDeployment } from '../../../../src/chain/stacks/deployments.ts'
import { nameDeployment } from '../../../../src/extension/views/name-deployment.ts'
import { createWords } from '../../../../src/words/create-words.ts'
import { catalogue } from '../../../../src/words/en/index.ts'

const name = nameDeployment(createWords('en', catalogue, 'sats'))

describe('the name of a deployment', () => {
  it('says of one that was added who added it, whatever it calls itself', () => {
    const builtIn = findDeployment('mainnet-v3_0_0')!
    const added = parseCustomDeployment({
      label: builtIn.label,
      network: 'mainnet',
      contract: 'SP3FBR2AGK5H9QBDH3EEN6DF8EK8JY7RX8QJ5SVTE.other',
      apiBases: [],
    })
    if (!added.ok) throw new Error(added.problem)
    expect(name(builtIn).name).toBe('Mainnet · v3.0.0')
    expect(name(added.deployment).name).toBe('Mainnet · v3.0.0 (added by you)')
  })
})
