import type { CallEffects } from '../../../../protocol/bitcoin-staking/simulation/outcome.ts'
import type { ContractTuple } from '../../../../protocol/clarity/contract-value.ts'
import { pox5Contract } from '../../../network/bitcoin-staking/pox-5-contract.ts'
import {
  createPoxChain,
  type PoxChain,
  type PoxGenesis,
} from '../../../network/bitcoin-staking/pox-chain.ts'
import { sbtcToken } from '../../../network/contracts.ts'
import type { PoxDriver } from './driver.ts'
import type { PoxHeader } from './header.ts'

/** Plays steps on our Clarity contracts in a VM of its own. */
export async function poxVmDriver(header: PoxHeader): Promise<PoxDriver> {
  return drivePoxChain(await createPoxChain(poxGenesis(header)))
}

/** Where the chain of a trace begins; throws when no VM can begin there. */
export function poxGenesis(header: PoxHeader): PoxGenesis {
  if (header.pox5 !== pox5Contract || header.sbtc !== sbtcToken)
    throw new Error(`The VM has pox-5 at ${pox5Contract} and sBTC at ${sbtcToken} only`)
  const { params } = header
  return {
    clock: {
      firstBurnHeight: params['first-burn-height'],
      prepareBlocks: params['prepare-cycle-length'],
      cycleBlocks: params['reward-cycle-length'],
      firstCycle: params['begin-pox5-reward-cycle'],
    },
    bondAdmin: header.bondAdmin,
    pauseAdmin: header.pauseAdmin,
    microStx: new Map(Object.entries(header.stx)),
    sats: new Map(Object.entries(header.sbtcBalances)),
    contracts: new Map(Object.entries(header.contracts)),
    burnHeight: header.burn,
    // A patched recording took every header for one of the chain's.
    acceptHeaders: header.patched !== undefined,
  }
}

/** Plays steps on a chain in the VM. */
export function drivePoxChain(chain: PoxChain): PoxDriver {
  return {
    burnHeight: () => chain.burnHeight,
    mine: (blocks) => chain.mine(blocks),
    mintSbtc: (to, sats) => chain.mintSbtc(to, sats),
    answerWithdrawal: (id, feeSats) => chain.answerWithdrawal(id, feeSats),
    call: ({ contract, fn, args }, sender) => {
      const outcome = chain.call(contract, fn, Object.values(args), sender)
      if (!('ok' in outcome)) return outcome
      return { ok: outcome.ok, effects: withoutBlockHeights(outcome.effects) }
    },
    read: ({ contract, fn, args }) => chain.read(contract, fn, Object.values(args)),
    stxAccount: (who) => chain.stxAccount(who),
    availableSats: (who) => chain.availableSats(who),
  }
}

/** Traces leave out the Stacks heights that the native manager prints. */
function withoutBlockHeights(effects: CallEffects): CallEffects {
  const prints = effects.prints.map((print) => {
    const { data } = print.value
    if (!('action' in print.value) || typeof data !== 'object') return print
    const { 'block-height': _, ...rest } = data as ContractTuple
    return { ...print, value: { ...print.value, data: rest } }
  })
  return { ...effects, prints }
}
