import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Cl, deserializeTransaction, serializeCV } from '@stacks/transactions'
import { findDeployment } from '../../src/chain/stacks/deployments.ts'

const mainnet = findDeployment('mainnet-v3_0_0')!
const embedded = findDeployment('embedded-v3')!
const mainnetV1 = findDeployment('mainnet-v1')!
const embeddedV1 = findDeployment('embedded-v1')!

const hexOf = (principal: string) => {
  const bytes = serializeCV(Cl.principal(principal))
  return typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString('hex')
}

/**
 * A host of mainnet with the state of an embedded network: a contract of each family has the names
 * of mainnet's rows, and `people` have the addresses beside theirs. It takes signed transactions
 * and mines none.
 */
export const startMainnetHost = async (
  upstream: string,
  people: readonly { mainnet: string; embedded: string }[],
) => {
  const pairs = [
    { mainnet: mainnet.balancesContract!, embedded: embedded.balancesContract! },
    { mainnet: mainnet.figuresContract!, embedded: embedded.figuresContract! },
    { mainnet: mainnet.contract, embedded: embedded.contract },
    { mainnet: mainnetV1.liquidContract!, embedded: embeddedV1.liquidContract! },
    { mainnet: mainnetV1.contract, embedded: embeddedV1.contract },
    ...people,
  ]
  const slashed = (contract: string) => contract.replace('.', '/')
  const names = pairs.flatMap((pair) => [
    [pair.mainnet, pair.embedded],
    [slashed(pair.mainnet), slashed(pair.embedded)],
    [hexOf(pair.mainnet), hexOf(pair.embedded)],
  ]) as [string, string][]
  const inward = (text: string) =>
    names.reduce((all, [outer, inner]) => all.replaceAll(outer, inner), text)
  const outward = (text: string) =>
    names
      .reduce((all, [outer, inner]) => all.replaceAll(inner, outer), text)
      .replace(/"network_id":\s*\d+/, '"network_id":1')
  const seen: string[] = []
  const sent: { txid: string; hex: string }[] = []

  const server = createServer((request, response) => {
    const answer = async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const path = request.url ?? '/'
      if (request.method !== 'OPTIONS') seen.push(path)
      const text = Buffer.concat(chunks).toString('utf8')
      if (request.method === 'POST' && path === '/v2/transactions') {
        const { tx } = JSON.parse(text) as { tx: string }
        const txid = deserializeTransaction(tx).txid()
        sent.push({ txid, hex: tx })
        response.writeHead(200, { 'access-control-allow-origin': '*' }).end(JSON.stringify(txid))
        return
      }
      const given = await fetch(upstream + inward(path), {
        method: request.method ?? 'GET',
        ...(text && {
          body: inward(text),
          headers: { 'content-type': request.headers['content-type'] ?? '' },
        }),
      })
      const headers = Object.fromEntries(
        [...given.headers].filter(([name]) => /^(content-type|access-control-)/.test(name)),
      )
      response.writeHead(given.status, headers).end(outward(await given.text()))
    }
    answer().catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Paths requested, in order, without preflights. */
    seen,
    /** Transactions that were sent to it. */
    sent,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
export type MainnetHost = Awaited<ReturnType<typeof startMainnetHost>>
