import { Cl, type ClarityValue } from '@stacks/transactions'
import { deployer, faucetAccount, type DevnetAccount } from '../../src/dev/network/accounts.ts'
import { contractSource, sbtcDeposit } from '../../src/dev/network/contracts.ts'
import { demoParticipants } from '../../src/dev/network/demo/people.ts'
import type { Network } from '../../src/dev/network/index.ts'
import { createStacksSender, type StacksSending } from '../../src/dev/network/node/sender.ts'

/** Another programme of the live build beside the demo's, with the same people; its contract. */
export async function openSecondProgramme(
  { node, contracts }: Network,
  cycle: { snapshots: number; blocksPerSnapshot: number },
): Promise<string> {
  const send = createStacksSender(node)
  const name = 'dual-stacking-second'
  const contract = `${deployer.address}.${name}`
  const done = async (account: DevnetAccount, sending: StacksSending) => {
    const sent = await send(account, sending)
    if (!sent.ok || sent.transaction.status !== 'success')
      throw new Error(`The second programme cannot be opened: ${JSON.stringify(sent)}`)
  }
  const call = (account: DevnetAccount, method: string, args: ClarityValue[]) =>
    done(account, { kind: 'call', contract, method, args })

  const source = contractSource('dual-stacking-live')
  await done(deployer, { kind: 'deploy', name, source, clarity: contracts.clarity })
  const start = node.ledger.blocks.tip().burn + 1
  await call(deployer, 'update-cycle-data-before-initialized', [
    Cl.uint(cycle.snapshots),
    Cl.uint(cycle.blocksPerSnapshot),
  ])
  await call(deployer, 'update-bitcoin-blocks-per-year', [
    Cl.uint(25 * cycle.snapshots * cycle.blocksPerSnapshot),
  ])
  await call(deployer, 'update-initialize-block', [Cl.uint(start)])
  await done(faucetAccount, {
    kind: 'call',
    contract: sbtcDeposit,
    method: 'deposit',
    args: [Cl.principal(contract), Cl.uint(5_000_000_000n)],
  })
  for (const { account } of demoParticipants()) await call(account, 'enroll', [Cl.none()])
  await node.performAll([
    { kind: 'burn', count: 1 },
    { kind: 'stacks', count: 1 },
  ])
  await call(deployer, 'initialize-contract', [Cl.uint(node.ledger.blocks.firstOf(start)!)])
  return contract
}
