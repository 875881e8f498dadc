import { Cl, type ClarityValue } from '@stacks/transactions'
import { deployer } from '../accounts.ts'
import type { Operation } from '../host/operation.ts'
import type { Node } from '../node/node.ts'
import { growLock, type Locked } from './grow-lock.ts'

const pox = 'ST000000000000000000002AMW42H.pox-4'
const rewardAddress = Cl.tuple({
  version: Cl.bufferFromHex('00'),
  hashbytes: Cl.bufferFromHex('00'.repeat(20)),
})
const unlimited = 2n ** 128n - 1n
const longestLock = 12

const call = (sender: string, method: string, args: ClarityValue[]): Operation => ({
  kind: 'call',
  sender,
  contract: pox,
  method,
  args: args.map((arg) => `0x${Cl.serialize(arg)}`),
})

const isDelegated = async (node: Node, address: string) => {
  const answer = await node.host.callRead(
    pox,
    'get-check-delegation',
    [`0x${Cl.serialize(Cl.principal(address))}`],
    address,
  )
  return answer.okay && answer.result !== '0x09'
}

/**
 * Locks STX of an address through the real pox-4, in its name: it delegates to the deployer's pool,
 * which stacks for it. `microStx` is what is locked in total afterwards; an increase keeps its end.
 * Without a lock `cycles` (1 to 12 PoX cycles) says for how long.
 */
export const lockStx = (
  node: Node,
  address: string,
  microStx: bigint,
  cycles = longestLock,
): Promise<Locked> =>
  growLock(node, { address, microStx, pox: 'pox-4' }, async ({ locked }, added) => {
    const who = Cl.principal(address)
    const delegate = [Cl.uint(unlimited), Cl.principal(deployer.address), Cl.none(), Cl.none()]
    const stack = [
      who,
      Cl.uint(microStx),
      rewardAddress,
      Cl.uint(node.ledger.blocks.tip().burn),
      Cl.uint(cycles),
    ]
    return [
      ...((await isDelegated(node, address)) ? [] : [call(address, 'delegate-stx', delegate)]),
      locked > 0n
        ? call(deployer.address, 'delegate-stack-increase', [who, rewardAddress, Cl.uint(added)])
        : call(deployer.address, 'delegate-stack-stx', stack),
    ]
  })

/** Makes a lock last `cycles` PoX cycles longer. */
export const extendLock = (node: Node, address: string, cycles: number) =>
  node.perform(
    call(deployer.address, 'delegate-stack-extend', [
      Cl.principal(address),
      rewardAddress,
      Cl.uint(cycles),
    ]),
  )
