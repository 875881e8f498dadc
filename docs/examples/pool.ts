import {
  createLedger,
  dusk,
  fund,
  liquidPool,
  namedAccount,
  namedContract,
  seedFor,
  submit,
} from 'twinstack/hyperstaking'

// A pool is a contract on a ledger; a kind of your own is a ContractFactory as liquidPool makes
// one.
const ledger = createLedger()
const [manager, alice, provisioner] = [
  namedAccount('manager'),
  namedAccount('alice'),
  namedAccount('provisioner'),
]
const pool = namedContract('my pool')
ledger.host.deploy(pool, liquidPool({ manager }))
for (const account of [manager, alice]) fund(ledger, account, dusk(10_000n))

const call = (sender: typeof alice, method: string, arg: unknown, deposit = 0n) => {
  const executed = submit(ledger, { sender, deposit, call: { contract: pool, method, arg } })
  if (!executed.ok || executed.receipt.error !== null)
    throw new Error(`${method}: ${executed.ok ? executed.receipt.error : executed.text}`)
}
call(manager, 'add_provisioner', seedFor(ledger, provisioner, pool, dusk(1000n)))
call(alice, 'deposit', dusk(2000n), dusk(2000n))
export const position = ledger.host.read(pool, 'position', alice) as { value: bigint }
