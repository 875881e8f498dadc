import { readFileSync } from 'node:fs'
import { fillRegions } from '../../../contracts/live/generate.ts'

/** Signer managers of ours, and contracts that only tests and recorded traces use. */
export type PoxContractKind =
  | 'reference'
  | 'fastpool-1'
  | 'xverse'
  | 'max500'
  | 'native'
  | 'native-pool'
  | 'plain'
  | 'reenter'
  | 'proxy'

/** Contract ids that some kinds name: the manager `reenter` stakes with, the pool of `native`. */
export interface NamedContracts {
  readonly plain?: string
  readonly nativePool?: string
}

const folder = new URL('../../../contracts/bitcoin-staking/', import.meta.url)

const readSource = (file: string): string => readFileSync(new URL(`${file}.clar`, folder), 'utf8')

const headerTest = '(is-eq (get-bc-h-hash height) (some (reverse-buff32 (sha256 (sha256 header)))))'

/**
 * Our `pox-5`, to boot a VM with. A simulated chain knows no Bitcoin header, so that no proof of a
 * timelock holds on it; `acceptHeaders` replaces that test for tests.
 */
export function poxSource({ acceptHeaders = false } = {}): string {
  const source = readSource('pox-5')
  if (!acceptHeaders) return source
  if (!source.includes(headerTest)) throw new Error('pox-5 tests headers in another way')
  return source.replace(headerTest, 'true')
}

/** The source of a contract around `pox-5`, naming these contracts where it names others. */
export function poxContractSource(kind: PoxContractKind, named: NamedContracts = {}): string {
  switch (kind) {
    case 'reference':
    case 'fastpool-1':
      return readSource('managers/reference')
    case 'max500':
      return readSource('managers/max500')
    case 'xverse':
      return fillRegions(readSource('managers/reference'), ';;@ answer\n      (ok net)\n;;@ end')
    case 'native':
      return name(readSource('managers/native'), '.native-pool', named.nativePool)
    case 'reenter':
      return name(readSource('testing/reenter'), '.plain', named.plain)
    case 'native-pool':
    case 'plain':
    case 'proxy':
      return readSource(`testing/${kind}`)
  }
}

const name = (source: string, sibling: string, contract: string | undefined): string =>
  contract === undefined ? source : source.replaceAll(` ${sibling} `, ` '${contract} `)
