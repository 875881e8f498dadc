import { publicSignatures, type AbiType } from '../../../protocol/dual-stacking/contract/abi.ts'

/**
 * Clarity source of a contract that acts as a principal: `FN` passes a user's call on, with the
 * contract as contract-caller; `self-FN` makes it in the contract's own name; two more let it move
 * its sBTC and delegate its STX.
 */
export const proxySource = (contract: string, sbtc: string, pox: string): string =>
  [
    ...Object.entries(publicSignatures).flatMap(([fn, signature]) => {
      const parameters = Object.entries(signature)
        .map(([name, type]) => `(${name} ${clarityType(type)})`)
        .join(' ')
      const call = `(contract-call? '${contract} ${[fn, ...Object.keys(signature)].join(' ')})`
      return [
        `(define-public (${fn} ${parameters}) ${call})`,
        `(define-public (self-${fn} ${parameters}) (as-contract ${call}))`,
      ]
    }),
    `(define-public (self-transfer-sbtc (sats uint) (to principal)) (as-contract (contract-call? '${sbtc} transfer sats tx-sender to none)))`,
    `(define-public (self-delegate-stx (ustx uint) (to principal)) (as-contract (contract-call? '${pox} delegate-stx ustx to none none)))`,
  ].join('\n')

function clarityType(type: AbiType): string {
  if (typeof type === 'string') return type
  if ('optional' in type) return `(optional ${clarityType(type.optional)})`
  if ('list' in type) return `(list ${type.max} ${clarityType(type.list)})`
  return `{ ${Object.entries(type.tuple)
    .map(([name, field]) => `${name}: ${clarityType(field)}`)
    .join(', ')} }`
}
