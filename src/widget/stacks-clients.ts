import { createStacksClient, type StacksClient } from '../chain/stacks/client.ts'

const clients = new Map<string, StacksClient>()

/** One client per host, shared by all widgets of a page, so that equal requests are sent once. */
export function clientFor({ apiBases }: { apiBases: readonly string[] }): StacksClient {
  const key = apiBases.join(' ')
  const client = clients.get(key) ?? createStacksClient({ bases: apiBases })
  clients.set(key, client)
  return client
}
