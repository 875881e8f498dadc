import { Cl, privateKeyToPublic, signMessageHashRsv } from '@stacks/transactions'
import type { VmContract } from '../../../src/dev/network/vm/vm.ts'
import { admin, type World } from './world.ts'

const pox = 'ST000000000000000000002AMW42H.pox-5'
const signerKey = '7287ba251d44a4d3fd9276c88ce34c5c52a038955511cccaf77e61068649c17801'

/** A signer manager that accepts every staker: PoX-5 stakes only through one. */
export const signerManager: VmContract = {
  name: 'signer-manager',
  source: `
    (use-trait manager '${pox}.signer-manager-trait)
    (define-public (validate-stake!
        (staker principal) (first uint) (count uint) (ustx uint) (sats uint) (bond bool)
        (data (optional (buff 500))))
      (if (> count u0) (ok true) (err u1)))
    (define-public (checkpoint-staker (staker principal) (first uint) (count uint) (bond bool))
      (if (> count u0) (ok true) (err u1)))
    (define-public (register (self <manager>) (key (buff 33)))
      (match (as-contract (contract-call? '${pox} register-signer self key))
        done (ok true)
        error (err error)))`,
}

const manager = Cl.contractPrincipal(admin, 'signer-manager')

/** Registers the signer manager, with a grant that its key has signed. */
export const registerSigner = (world: World) => {
  const publicKey = Cl.bufferFromHex(privateKeyToPublic(signerKey) as string)
  const hash = world.vm.callReadOnly(pox, 'get-signer-grant-message-hash', [manager, Cl.uint(1)])
  if (hash.aborted || hash.value.type !== 'buffer') throw new Error('No message to sign')
  const signature = Cl.bufferFromHex(
    signMessageHashRsv({ messageHash: hash.value.value, privateKey: signerKey }),
  )
  for (const outcome of [
    world.vm.callPublic(pox, 'grant-signer-key', [publicKey, manager, Cl.uint(1), signature]),
    world.vm.callPublic('signer-manager', 'register', [manager, publicKey]),
  ]) {
    if (outcome.aborted || outcome.value.type !== 'ok')
      throw new Error(outcome.aborted ? outcome.reason : outcome.hex)
  }
}

/** Stakes microStx of an address for two reward cycles. */
export const stake = (world: World, who: string, microStx: bigint) => {
  world.vm.mintStx(who, microStx + 1_000_000n)
  const outcome = world.vm.callPublic(
    pox,
    'stake',
    [manager, Cl.uint(microStx), Cl.uint(2), Cl.uint(world.vm.heights().burn), Cl.none()],
    who,
  )
  if (outcome.aborted || outcome.value.type !== 'ok')
    throw new Error(outcome.aborted ? outcome.reason : outcome.hex)
}
