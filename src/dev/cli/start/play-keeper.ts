import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Cl } from '@stacks/transactions'
import { spawnKeeper, writeKeeperFiles } from '../../keeper/keeper-process.ts'
import { userAccounts } from '../../network/accounts.ts'
import { createNetwork, type Network } from '../../network/index.ts'
import { createStacksSender } from '../../network/node/sender.ts'
import { createContractReader } from './create-contract-reader.ts'

const holders = userAccounts.slice(0, 2)

/** Both users enroll; they take part from the next cycle on. */
async function enrollHolders({ node, contracts }: Network): Promise<void> {
  const send = createStacksSender(node)
  for (const account of holders) {
    const sent = await send(account, {
      kind: 'call',
      contract: contracts.dualStacking,
      method: 'enroll',
      args: [Cl.none()],
    })
    if (!sent.ok || sent.transaction.status !== 'success')
      throw new Error(`${account.name} cannot enroll`)
  }
}

/**
 * `npm start -- --keeper`: a programme on the embedded network, two holders who enroll in it, and
 * the real keeper in a process of its own, until both are paid. The network makes a Bitcoin block
 * whenever the keeper waits for one. The exit code.
 */
export async function playKeeper(): Promise<number> {
  const network = await createNetwork({ demo: true, contract: 'live', keeper: false })
  const folder = mkdtempSync(join(tmpdir(), 'twinstack-keeper-'))
  const config = writeKeeperFiles(folder, network, [network.contracts.dualStacking])
  await enrollHolders(network)
  console.log(`Programme  ${network.contracts.dualStacking} at ${network.url}`)
  console.log(`Holders    ${holders.map(({ address }) => address).join(', ')}`)
  const keeper = spawnKeeper(config)
  let paid = 0
  try {
    for await (const line of keeper.lines) {
      const { msg, step, until, call, functionName, txid, feeMicroStx } = line
      if (msg === 'planned' && step === 'wait-burn' && until !== undefined) {
        const { burn } = network.control.heights()
        console.log(`waits      Bitcoin block ${until}, then ${call}`)
        await network.control.mineBurn(Math.max(1, until - burn))
      } else if (msg === 'planned' && step === 'wait-stacks') await network.control.mineStacks(1)
      else if (msg === 'confirmed') {
        console.log(`confirmed  ${functionName} (${txid}, ${feeMicroStx} microSTX)`)
        if (functionName === 'finalize-reward-distribution') paid += 1
      } else if (msg === 'failed' || msg === 'held') console.log(`${msg}     ${line.text}`)
      // Who enrolled in one cycle is paid in the next one.
      if (paid === 2) break
    }
  } finally {
    keeper.process.kill('SIGTERM')
  }
  const rewards = await readRewards(network)
  rewards.forEach((sats, at) => console.log(`${holders[at]!.name} earned ${sats} sats`))
  await network.close()
  rmSync(folder, { recursive: true, force: true })
  return rewards.every((sats) => sats > 0n) ? 0 : 1
}

async function readRewards({ url, contracts }: Network): Promise<bigint[]> {
  const read = createContractReader(url, contracts.dualStacking)
  const rewards: bigint[] = []
  for (const { address } of holders) {
    const args = [Cl.uint(1), Cl.principal(address)]
    rewards.push(BigInt(String((await read('reward-amount-for-cycle-and-address', args)) ?? 0)))
  }
  return rewards
}
