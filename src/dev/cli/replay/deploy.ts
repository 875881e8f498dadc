import { readFileSync } from 'node:fs'
import { quietly } from '../../network/vm/quietly.ts'
import type { Vm } from '../../network/vm/vm.ts'
import type { TraceHeader } from './header.ts'
import { pox4Contract } from './locks.ts'
import { proxySource } from './proxy.ts'

const source = (name: string): string =>
  readFileSync(new URL(`../../../contracts/${name}.clar`, import.meta.url), 'utf8')

/**
 * Deploys the contract under the header's name, the contracts it calls, and a proxy for every
 * contract that acts in the trace, all in one Stacks block: the header's heights leave little room.
 * `contract` is the Clarity source to test, by default ours.
 */
export function deployAll(
  vm: Vm,
  header: TraceHeader,
  actors: Iterable<string>,
  contract = source('dual-stacking'),
): void {
  const { deployer, contractPrincipal, sbtc } = header
  const contracts: Array<[principal: string, content: string]> = [
    [`${sbtc.split('.')[0]}.sbtc-deposit`, source('sbtc-deposit')],
    [`${deployer}.bitcoin-block-buffer`, source('bitcoin-block-buffer')],
    [`${deployer}.liquid-stacking-v1_0_1`, source('liquid-stacking')],
    [contractPrincipal, contract],
    ...[...actors].map((actor): [string, string] => [
      actor,
      proxySource(contractPrincipal, sbtc, pox4Contract),
    ]),
  ]
  const transactions = contracts.map(([principal, content]) => {
    const [sender, name] = principal.split('.')
    return { deployContract: { name, content, sender, options: { clarityVersion: 3 } } }
  })
  quietly(() => vm.sdk.mineBlock(transactions))
}
