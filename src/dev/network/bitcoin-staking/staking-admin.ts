import { Cl, privateKeyToPublic, signMessageHashRsv } from '@stacks/transactions'
import { deployer, userAccounts } from '../accounts.ts'
import { pox5Contract } from './pox-5-contract.ts'
import type { StakingCalls } from './staking-calls.ts'
import { demoStakers } from './staking-people.ts'
import { bondTerms, stakingManagers } from './staking-setting.ts'

/** Fees in basis points, so that one is unusual. */
const fees: Record<string, bigint> = { reference: 0n, max500: 450n, xverse: 495n }
const largestAllowance = 2_100_000_000n
/** Registers the managers: each is granted its own signer key, the deployer's. */
export async function registerDemoManagers(calls: StakingCalls): Promise<void> {
  const key = Cl.bufferFromHex(String(privateKeyToPublic(deployer.key)))
  for (const manager of Object.values(stakingManagers)) {
    const authId = Cl.uint(1)
    const hash = await calls.read(pox5Contract, 'get-signer-grant-message-hash', [
      Cl.principal(manager),
      authId,
    ])
    const signature = signMessageHashRsv({
      messageHash: String(hash).slice(2),
      privateKey: deployer.key,
    })
    const args = [Cl.principal(manager), key, authId, Cl.bufferFromHex(signature)]
    await calls.call(deployer, manager, 'register-self', args)
  }
  for (const [kind, bips] of Object.entries(fees)) {
    if (bips === 0n) continue
    const manager = stakingManagers[kind as keyof typeof stakingManagers]
    await calls.call(deployer, manager, 'update-fees', [Cl.uint(bips)])
  }
}

/** Sets up a bond for the demo's holders and users. */
export async function setUpBond(calls: StakingCalls, bond: bigint): Promise<void> {
  const { targetRate, stxValueRatio, minUstxRatio } = bondTerms
  const allowed = [...demoStakers().map(({ account }) => account), ...userAccounts]
  await calls.call(deployer, pox5Contract, 'setup-bond', [
    Cl.uint(bond),
    Cl.uint(targetRate),
    Cl.uint(stxValueRatio),
    Cl.uint(minUstxRatio),
    Cl.bufferFromHex(''),
    Cl.list(
      allowed.map(({ address }) =>
        Cl.tuple({ staker: Cl.principal(address), 'max-sats': Cl.uint(largestAllowance) }),
      ),
    ),
  ])
}
