import type { Known } from '../../known.ts'
import { cPrincipal } from '../clarity.ts'
import { readFirstAvailable } from '../read-first-available.ts'
import type { Reader } from '../source.ts'
import { adminKindOf } from './admin-kind.ts'
import type { ProgrammeAdmin } from './programme-profile.ts'

/** Reads who may change a programme. One request. */
export async function readAdmin(reader: Reader): Promise<Known<ProgrammeAdmin>> {
  const admin = await readFirstAvailable(reader, [
    { read: 'get-admin', schema: cPrincipal },
    { variable: 'admin', schema: cPrincipal },
  ])
  return admin.known
    ? {
        known: true,
        value: { address: admin.value, kind: adminKindOf(admin.value, reader.contract) },
      }
    : admin
}
