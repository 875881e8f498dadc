import { Cl, serializeCV } from '@stacks/transactions'
import type { ContractValue } from '../../../../protocol/clarity/contract-value.ts'
import { managers } from './actors.ts'
import type { Dice } from './dice.ts'

const version = (byte: string) => Cl.bufferFromHex(byte)
const hash = (bytes: number) => Cl.bufferFromHex('ab'.repeat(bytes))

/** Payout addresses: mostly good ones. */
function pickAddress(dice: Dice) {
  const [byte, bytes] = dice.rarely(12)
    ? dice.pick([
        ['04', 32],
        ['06', 20],
        ['07', 20],
        ['', 20],
      ] as const)
    : dice.pick([
        ['04', 20],
        ['06', 32],
        ['00', 20],
        ['05', 32],
      ] as const)
  return { version: version(byte), hashbytes: hash(bytes) }
}

const maxFees = [10n, 1000n, 80_000n, 0n, 1_000_000n]

/** Calldata of a stake: mostly none or what the manager takes. */
export function pickCalldata(dice: Dice, manager: string): ContractValue {
  const isMax500 = managers.get(manager) === 'max500'
  const form = dice.pick(['none', 'none', 'reference', 'none', 'reference', 'none'])
  if (form === 'none') return null
  if (dice.rarely(15)) return { some: dice.pick(['0x', '0x00', '0xff00', '0x0c00000000']) }
  const maxFee = dice.pick(maxFees)
  const minClaim = maxFee + dice.pick([547n, 5000n, 547n, 100_000n, 546n])
  const fields = { 'pox-addr': Cl.tuple(pickAddress(dice)), 'max-fee': Cl.uint(maxFee) }
  const isLong = isMax500 ? dice.roll(2) === 0 : dice.rarely(15)
  const tuple = Cl.tuple(isLong ? { ...fields, 'min-claim': Cl.uint(minClaim) } : fields)
  const trailing = dice.rarely(20) ? '00' : ''
  return { some: `0x${serializeCV(tuple)}${trailing}` }
}

/** Settings that a holder of max500 makes itself. */
export function pickPayoutConfig(dice: Dice): ContractValue[] {
  const { version: byte, hashbytes } = pickAddress(dice)
  const maxFee = dice.pick(maxFees)
  const address = { version: `0x${byte.value}`, hashbytes: `0x${hashbytes.value}` }
  return [address, maxFee, maxFee + dice.pick([547n, 5000n, 546n])]
}
