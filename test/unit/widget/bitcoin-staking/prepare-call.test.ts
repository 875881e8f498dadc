import { Cl } from '@stacks/transactions'
import { expect, it } from 'vitest'
import type { YieldAction } from '../../../../src/widget/bitcoin-staking/events.ts'
import { prepareCall } from '../../../../src/widget/bitcoin-staking/prepare-call.ts'
import { loadYieldWalletWords } from '../../../../src/widget/bitcoin-staking/wallet-words.ts'
import { createWords } from '../../../../src/words/create-words.ts'
import { bitcoinStakingForms as forms } from '../../../../src/words/en/bitcoin-staking-forms.ts'
import { bitcoinStakingWallet as own } from '../../../../src/words/en/bitcoin-staking-wallet.ts'
import { dualStackingWallet as shared } from '../../../../src/words/en/dual-stacking-wallet.ts'
import { modelNode } from '../../../support/bitcoin-staking/model-node.ts'
import {
  conditionsOf,
  deedsOf,
  exactConditions,
  runRequest,
} from '../../../support/bitcoin-staking/run-request.ts'
import { alice, contract, stranger, STX, StakingBench } from '../../../support/staking-bench.ts'

const english = createWords('en', forms as never, 'sats')

/** The interface of a manager that pays holders itself. */
const withoutClaims = (truth: unknown) => {
  const { functions, ...rest } = truth as { functions: { name: string }[] }
  return { ...rest, functions: functions.filter(({ name }) => name !== 'claim-staker-rewards') }
}

/** A visitor of a page that has set a manager, on a chain that is the model. */
async function visit(
  name: string,
  { pool = null, kind = name }: { pool?: string | null; kind?: string } = {},
) {
  const bench = StakingBench.with(name)
  bench.mineTo(20n)
  /** Parts of paths that the node does not answer any more. */
  const refused: string[] = []
  const { client, deployment } = modelNode(bench, {
    managers: { [name]: kind === 'closed' ? 'reference' : kind },
    fees: { [name]: 0n },
    refuse: (path) => refused.some((part) => path.includes(part)),
    lie: (path, truth) =>
      kind === 'closed' && path.startsWith('/v2/contracts/interface/')
        ? withoutClaims(truth)
        : truth,
  })
  const words = await loadYieldWalletWords('en')
  const prepare = (action: YieldAction, isFamiliar = true) =>
    prepareCall(
      {
        action,
        client,
        deployment: { ...deployment, nativePool: pool },
        account: alice,
        isFamiliar: () => isFamiliar,
      },
      english,
      {
        words,
        microStx: () => 60_000n * STX,
        place: () => ({
          network: 'devnet',
          apiUrl: null,
          manager: contract(name),
          cycles: '3',
        }),
      },
    )
  const ready = async (...asked: Parameters<typeof prepare>) => {
    const prepared = await prepare(...asked)
    if ('stop' in prepared) throw new Error(prepared.stop.join())
    return prepared
  }
  const stop = async (action: YieldAction) => {
    const prepared = await prepare(action)
    if ('stop' in prepared) return prepared.stop
    throw new Error(prepared.paragraphs.join())
  }
  /** Signs it: what it does is exactly what its conditions allow. */
  const sign = ({ request }: Awaited<ReturnType<typeof ready>>) => {
    const done = runRequest(bench, request)
    expect(conditionsOf(request)).toEqual(exactConditions(deedsOf(done, request), alice))
    return done
  }
  return { bench, ready, stop, sign, refused }
}

it('stakes with a native manager through its pool, and says who can claim', async () => {
  const { ready, sign, bench } = await visit('native', { pool: contract('pool') })
  const prepared = await ready('stake')
  expect(prepared.request).toMatchObject({ contract: contract('pool'), functionName: 'delegate' })
  const told = prepared.paragraphs.join('\n')
  expect(told).toContain(contract('native'))
  expect(told).toContain(own.viaPool.replace('{pool}', contract('pool')))
  expect(told).toContain(forms['staking.warning.holder-only'])
  sign(prepared)
  expect(bench.read('get-staker-info', [alice])).toMatchObject({
    some: { signer: contract('native') },
  })
})

it('claims from a native manager in its own form, once that has claimed', async () => {
  const { bench, ready, stop, sign } = await visit('native', { pool: contract('pool') })
  expect(await stop('claim')).toEqual(['nothing', own['problem.nothing']])
  sign(await ready('stake'))
  bench.mineTo(150n)
  bench.distribute(900_000n)
  expect(await stop('claim')).toEqual([
    'claim-refused',
    forms['staking.refusal.manager-has-not-claimed'],
  ])
  bench.ok('claim-rewards', [[], 1n], stranger, 'native')
  const prepared = await ready('claim')
  expect(prepared.request).toMatchObject({
    contract: contract('native'),
    functionName: 'claim-staker-rewards',
    args: [Cl.uint(1), Cl.none()].map((each) => Cl.serialize(each)),
  })
  expect(prepared.paragraphs).toContain(forms['staking.warning.holder-only'])
  const before = bench.available(alice)
  sign(prepared)
  const paid = bench.available(alice) - before
  expect(paid).toBeGreaterThan(0n)
  expect(prepared.paragraphs.join()).toContain(
    `pays you ${paid.toLocaleString('en')} sats for cycle 1`,
  )
  expect(await stop('claim')).toEqual(['nothing', own['problem.nothing']])
})

it('does not sign a stake with a native manager whose pool is not known', async () => {
  const { stop } = await visit('native')
  expect(await stop('stake')).toEqual([
    'needs-native-pool',
    forms['staking.blocker.needs-native-pool'],
  ])
})

it('says who pays where holders cannot claim, before a stake and instead of a claim', async () => {
  const { bench, ready, stop, sign } = await visit('plain', { kind: 'closed' })
  const prepared = await ready('stake')
  expect(prepared.paragraphs).toContain(forms['staking.blocker.manager-pays-itself'])
  sign(prepared)
  bench.mineTo(150n)
  bench.distribute(900_000n)
  expect(await stop('claim')).toEqual([
    'no-holder-claims',
    forms['staking.blocker.no-holder-claims'],
  ])
})

it('does not say that there is nothing to claim where that is not known', async () => {
  const { bench, ready, stop, sign, refused } = await visit('m1', { kind: 'reference' })
  sign(await ready('stake'))
  bench.mineTo(150n)
  bench.distribute(900_000n)
  bench.ok('claim-rewards', [[], 1n], stranger, 'm1')
  refused.push('/get-fee-bips-for-cycle')
  expect(await stop('claim')).toEqual(['unread', shared['problem.unread']])
})
