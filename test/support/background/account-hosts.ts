/** A transaction as hosts of both chains tell it, as far as looks at an account read it. */
export interface ToldTransaction {
  id: string
  sender: string
  nonce: number
  contract: string
  functionName: string
}

/**
 * Hosts that tell of one account: its nonce, what waits, and what was mined; of all else they know
 * nothing. The nonce is the next one of Stacks, and the last one of Dusk.
 */
export interface AccountHosts {
  nonce: number
  height: number
  waiting: ToldTransaction[]
  mined: ToldTransaction[]
  isOffline: boolean
  fetch: typeof fetch
}

const json = (body: unknown): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })

const stacksRow = (each: ToldTransaction, isMined: boolean) => ({
  tx_id: `0x${each.id}`,
  sender: { address: each.sender, nonce: each.nonce },
  status: isMined ? 'success' : 'pending',
  fee_rate: '300',
  ...(isMined && { block: { height: 101, time: Math.floor(Date.now() / 1000) } }),
  contract_call: { contract_id: each.contract, function_name: each.functionName },
})

const duskRow = (each: ToldTransaction) => ({
  callData: { contractId: each.contract, fnName: each.functionName, data: '00' },
  json: JSON.stringify({
    sender: each.sender,
    nonce: each.nonce,
    value: 0,
    deposit: 0,
    fee: { gas_limit: '1', gas_price: '1' },
  }),
})

export function createAccountHosts(change: Partial<AccountHosts> = {}): AccountHosts {
  const hosts: AccountHosts = {
    nonce: 7,
    height: 100,
    waiting: [],
    mined: [],
    isOffline: false,
    async fetch(input, init) {
      const { pathname } = new URL(String(input))
      if (hosts.isOffline) throw new TypeError('fetch failed')
      return answerStacks(hosts, pathname) ?? answerDusk(hosts, pathname, String(init?.body ?? ''))
    },
    ...change,
  }
  return hosts
}

function answerStacks(hosts: AccountHosts, path: string): Response | undefined {
  if (path === '/v2/info')
    return json({
      burn_block_height: hosts.height,
      stacks_tip_height: hosts.height,
      network_id: 2147483648,
    })
  if (path.startsWith('/v2/accounts/'))
    return json({ balance: '0x0', locked: '0x0', unlock_height: 0, nonce: hosts.nonce })
  if (path.endsWith('/mempool/transactions'))
    return json({ results: hosts.waiting.map((each) => stacksRow(each, false)) })
  if (/\/extended\/v3\/principals\/[^/]+\/transactions$/.test(path))
    return json({
      cursor: { next: null },
      results: hosts.mined.map((each) => ({ transaction: stacksRow(each, true) })),
    })
  return undefined
}

function answerDusk(hosts: AccountHosts, path: string, body: string): Response {
  if (path.endsWith('/account')) return json({ balance: '0', nonce: String(hosts.nonce) })
  if (path !== '/on/graphql/query') return new Response('{}', { status: 404 })
  if (body.includes('mempoolTxs'))
    return json({ mempoolTxs: hosts.waiting.map((each) => ({ id: each.id, ...duskRow(each) })) })
  if (body.includes('blocks('))
    return json({
      blocks: [{ transactions: hosts.mined.map((each) => ({ id: each.id, tx: duskRow(each) })) }],
    })
  if (body.includes('block('))
    return json({
      block: { header: { height: hosts.height, hash: '0'.repeat(64), timestamp: 0 } },
    })
  return new Response('{}', { status: 404 })
}
