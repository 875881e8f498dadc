const networks = ['mainnet', 'testnet', 'local']
const plain: Record<string, RegExp> = {
  pool: /^[\w-]{1,64}$/, referrer: /^[1-9A-HJ-NP-Za-km-z]{96,132}$/, dusk: /^\d{1,11}(\.\d{1,9})?$/, days: /^\d{1,3}$/, theme: /^(light|dark)$/, locale: /^[\w-]{2,10}$/,
}
const loopback = /^http:\/\/(127\.0\.0\.1|localhost)(:\d{1,5})?\/?$/

/**
 * The attributes that an address may set. Anyone can make such an address: a node of its own choosing could name a pool of its own, so only one on this very machine is taken, and only
 * for the local network.
 */
export function poolOptions(query: URLSearchParams): Record<string, string> {
  const options: Record<string, string> = {}
  const network = query.get('network')
  if (network !== null && networks.includes(network)) options['network'] = network
  for (const [name, form] of Object.entries(plain)) {
    const value = query.get(name)
    if (value !== null && form.test(value)) options[name] = value
  }
  const node = query.get('node-url')
  if (network === 'local' && node !== null && loopback.test(node)) options['node-url'] = node
  return options
}
