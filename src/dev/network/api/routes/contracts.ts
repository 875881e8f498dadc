import { Cl } from '@stacks/transactions'
import * as v from 'valibot'
import { isPrincipal } from '../../../../chain/stacks/principal.ts'
import { badRequest, notFound, ok } from '../../http/answer.ts'
import {
  parseBody,
  contractIdOf,
  newestPage,
  pageOf,
  requirePrincipal,
} from '../../http/parameters.ts'
import { get, post, type Route, type RouteRequest } from '../../http/router.ts'
import type { ApiContext } from '../context.ts'
import { eventJson } from '../json/event.ts'

const callBody = v.object({
  sender: v.string(),
  arguments: v.array(v.string()),
  sponsor: v.nullish(v.string()),
})

const clarityNone = '0x09'

/** A serialized Clarity value, with or without 0x; throws 400 for anything else. */
const clarity = (hex: string): string => {
  try {
    return `0x${Cl.serialize(Cl.deserialize(hex))}`
  } catch {
    throw badRequest(`Not a serialized Clarity value: ${hex.slice(0, 80)}`)
  }
}

/** Contracts: read-only calls, map entries, data variables, interface, source, events. */
export const contractRoutes = ({ node, api, interfaces, readBudget }: ApiContext): Route[] => {
  const needContract = async (request: RouteRequest) => {
    const contract = contractIdOf(request)
    const declared = await interfaces.of(contract)
    if (!declared) throw notFound(`No contract named ${contract}`)
    return { contract, declared }
  }

  return [
    post('/v2/contracts/call-read/:address/:name/:method', async (request) => {
      const { sender, arguments: args } = parseBody(request, callBody)
      const { runtime = 0, ...answer } = await node.host.callRead(
        contractIdOf(request),
        request.params.method!,
        args.map(clarity),
        requirePrincipal(sender),
      )
      return readBudget.refusalOf(runtime) ?? ok(answer)
    }),
    post('/v2/map_entry/:address/:name/:map', async (request) => {
      const data = await node.host.mapEntry(
        contractIdOf(request),
        request.params.map!,
        clarity(parseBody(request, v.string())),
      )
      // A node finds no entry where there is no such map or contract either.
      return ok({ data: data ?? clarityNone })
    }),
    get('/v2/data_var/:address/:name/:variable', async (request) => {
      const { contract } = await needContract(request)
      const data = await node.host.dataVar(contract, request.params.variable!)
      if (data === undefined)
        throw notFound(`${contract} has no data variable ${request.params.variable}`)
      return ok({ data })
    }),
    get('/v2/contracts/interface/:address/:name', async (request) =>
      ok((await needContract(request)).declared),
    ),
    get('/v2/contracts/source/:address/:name', async (request) => {
      const { contract } = await needContract(request)
      return ok({
        source: await node.host.source(contract),
        publish_height: node.ledger.deployment(contract)?.stacks ?? 0,
      })
    }),
    get('/extended/v1/contract/:contract', async ({ params }) => {
      const contract = params.contract ?? ''
      const declared = isPrincipal(contract) ? await interfaces.of(contract) : undefined
      const deployed = api.ledger.deployment(contract)
      // What is not in the index yet, the API does not have; the network's own have no transaction.
      const isLater = !deployed && node.ledger.deployment(contract) !== undefined
      if (!declared || isLater) throw notFound('cannot find contract by ID')
      return ok({
        tx_id: deployed?.txid ?? null,
        canonical: true,
        contract_id: contract,
        block_height: deployed?.stacks ?? 0,
        clarity_version: Number(declared.clarity_version.replace('Clarity', '')),
        source_code: await node.host.source(contract),
        abi: JSON.stringify(declared),
      })
    }),
    get('/extended/v1/contract/:contract/events', (request) => {
      const page = pageOf(request)
      return ok({
        ...page,
        results: newestPage(api.ledger.logs(request.params.contract ?? ''), page).map(eventJson),
      })
    }),
  ]
}
