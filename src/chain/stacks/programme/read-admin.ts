import type { Known } from '../../known.ts'
import { cPrincipal } from '../clarity.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { Reader } from '../source.ts'
import type { ProgrammeAdmin } from './programme-profile.ts'

/** Addresses whose key is the hash of nothing: who has the role there, nobody has. */
const burnAddresses = ['SP000000000000000000002Q6VF78', 'ST000000000000000000002AMW42H'] as const

const kindOf = (address: string, contract: string): ProgrammeAdmin['kind'] => {
  // A contract does not call itself as an administrator.
  if (address === contract || burnAddresses.some((each) => each === address)) return 'nobody'
  return address.includes('.') ? 'contract' : 'account'
}

/** Reads who may change a programme. One request. */
export async function readAdmin(reader: Reader): Promise<Known<ProgrammeAdmin>> {
  const admin = await readFirstAvailable(reader, [
    { read: 'get-admin', schema: cPrincipal },
    { variable: 'admin', schema: cPrincipal },
  ])
  return admin.known
    ? {
        known: true,
        value: { address: admin.value, kind: kindOf(admin.value, reader.contract) },
      }
    : admin
}
