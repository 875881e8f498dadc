import { Simulation } from '../../../../protocol/bitcoin-staking/simulation/simulation.ts'
import type { PoxDriver } from './driver.ts'
import type { PoxHeader } from './header.ts'
import { modelContracts } from './kinds.ts'

/** The model of a chain at the heights where a trace begins. */
export function createPoxModel(header: PoxHeader): Simulation {
  const { params } = header
  return new Simulation({
    burnHeight: BigInt(header.burn),
    pox: header.pox5,
    sbtcToken: header.sbtc,
    clock: {
      firstBurnHeight: params['first-burn-height'],
      cycleBlocks: params['reward-cycle-length'],
      prepareBlocks: params['prepare-cycle-length'],
      firstCycle: params['begin-pox5-reward-cycle'],
    },
    bondAdmin: header.bondAdmin,
    pauseAdmin: header.pauseAdmin,
    chainId: header.chainId,
    microStx: new Map(Object.entries(header.stx)),
    sats: new Map(Object.entries(header.sbtcBalances)),
    contracts: modelContracts(header),
    // A patched recording took every header for one of the chain's.
    isBitcoinHeader: () => header.patched !== undefined,
  })
}

/** Plays steps on a new model. */
export function poxModelDriver(header: PoxHeader): PoxDriver {
  const chain = createPoxModel(header)
  return {
    burnHeight: () => Number(chain.burnHeight),
    mine: (blocks) => chain.mine(BigInt(blocks)),
    mintSbtc: (to, sats) => chain.mintSbtc(to, sats),
    answerWithdrawal: (id, feeSats) => {
      if (feeSats === undefined) chain.withdrawals.reject(id)
      else chain.withdrawals.accept(id, feeSats)
    },
    call: ({ contract, fn, args }, sender) => chain.call(contract, fn, args, sender),
    read: ({ contract, fn, args }) => chain.read(contract, fn, args),
    stxAccount: (who) => chain.stx.account(who),
    availableSats: (who) => chain.sbtc.available(who),
  }
}
