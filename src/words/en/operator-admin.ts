import type { Section } from '../message.ts'

/** The console's admin section: what becomes of the admin's role. */
export const operatorAdmin = {
  'admin.role.account':
    'The holder of its key can do everything that you can do now, including withdrawing the pool. You no longer can. Let the holder sign something with it first.',
  'admin.role.contract':
    'It does only what its code does: read which of these functions it calls, and who decides that. One that calls none of them is the same as no one.',
  'admin.role.nobody':
    'Lengths, rate, minimum and lists stay as they are forever, no further contract can be enrolled, and the pool leaves only as rewards. Cycles continue: anyone can sign their calls.',
  'admin.role.burn': 'The address that no one has a key for:',
  'admin.role.same': 'This address is already the admin.',
  'admin.role.missing':
    'There is no such contract on this network. Until it is deployed, no one is the admin.',
  'admin.role.unchecked': 'Whether this contract exists is unknown so far.',
  'admin.role.notStarted':
    'As far as is known, no cycle has started. Without an admin, its length and start can no longer be set.',
} as const satisfies Section
