import * as v from 'valibot'
import { known, unknown, type Known } from '../known.ts'
import { readCapabilities } from './capabilities.ts'
import { cBool, clPrincipal, clTuple, cOk, cUint } from './clarity.ts'
import type { StacksClient } from './client.ts'
import type { Deployment } from './deployments.ts'
import { readFirstAvailable } from './read-first-available.ts'
import type { AccountReading, NetworkReading } from './readings.ts'
import { readEnrolledThisCycle, readEnrollment } from './reads/enrollment.ts'
import { readHolding } from './reads/holding.ts'
import { keepKnown, type RefreshResult } from './reads/keep-known.ts'
import { readDefiSats, readLiquidMicroStx } from './reads/stacked.ts'
import { firstRefreshProblem, refreshProblemOf } from './refresh-problem.ts'
import type { Reader } from './source.ts'

const RARE_BLOCKS = 36

/** Available sBTC in sats: the token's own answer, v2's, or the API's sum. */
const readSats = (
  reader: Reader,
  { sbtcToken }: Deployment,
  address: string,
): Promise<Known<bigint>> => {
  const args = [clPrincipal(address)]
  return readFirstAvailable(reader, [
    { contract: sbtcToken, read: 'get-balance-available', args, schema: cOk(cUint) },
    { read: 'get-wallet-sbtc-balance', args, schema: cUint },
    {
      ask: (options) => reader.client.tokenBalance(address, `${sbtcToken}::sbtc-token`, options),
    },
  ])
}

const readStx = async (
  reader: Reader,
  address: string,
): Promise<Pick<AccountReading, 'lockedMicroStx' | 'balanceMicroStx'>> => {
  const account = await readFirstAvailable(reader, [
    { ask: (options) => reader.client.account(address, options) },
  ])
  return account.known
    ? { lockedMicroStx: known(account.value.locked), balanceMicroStx: known(account.value.balance) }
    : { lockedMicroStx: account, balanceMicroStx: account }
}

const readBlacklisted = (reader: Reader, address: string): Promise<Known<boolean>> =>
  readFirstAvailable(reader, [
    {
      map: 'blacklist',
      key: clTuple({ address: clPrincipal(address) }),
      schema: v.pipe(
        v.unknown(),
        v.transform((entry) => entry !== null),
      ),
      blocks: RARE_BLOCKS,
    },
    {
      read: 'get-is-blacklisted',
      args: [clPrincipal(address)],
      schema: cBool,
      blocks: RARE_BLOCKS,
    },
  ])

/** Whether v3 accepts this address; its result type is not confirmed [dual-stacking 9.6]. */
const readMeetsMinimum = (reader: Reader, address: string): Promise<Known<boolean>> =>
  readFirstAvailable(reader, [
    {
      read: 'meets-enrollment-minimum',
      args: [clPrincipal(address)],
      schema: v.union([cBool, cOk(cBool)]),
    },
  ])

/**
 * Reads one address's state in the cycle of `network`, which the same client has just read. The
 * values are independent of each other. A first reading costs 7 to 8 requests, one in a later
 * Bitcoin block 4, one within the same block none. `fresh` reads everything again, for instance
 * after the user's own transaction.
 */
export const readAccount = async (
  client: StacksClient,
  deployment: Deployment,
  { address, network }: { address: string; network: NetworkReading },
  options: { previous?: AccountReading | null; fresh?: boolean } = {},
): Promise<RefreshResult<AccountReading>> => {
  const { previous, fresh = false } = options
  const earlier =
    previous?.deployment === deployment.id && previous.address === address ? previous : null
  const readAt = client.http.clock.now()
  const offered = await readCapabilities(client, deployment)
  if (!offered.ok && offered.failure.code === 'missing')
    return { reading: null, problem: 'contract-missing' }
  if (!offered.ok)
    return { reading: earlier, problem: refreshProblemOf(offered.failure) ?? 'bad-answer' }

  const reader: Reader = {
    client,
    contract: deployment.contract,
    capabilities: offered.value,
    fresh,
    failures: [],
  }
  const { cycle } = network
  const [sats, defiSats, stx, enrollment, blacklisted, meetsMinimum, holding] = await Promise.all([
    readSats(reader, deployment, address),
    readDefiSats(reader, deployment, address),
    readStx(reader, address),
    readEnrollment(reader, address),
    readBlacklisted(reader, address),
    reader.capabilities.family === 'v3' ? readMeetsMinimum(reader, address) : undefined,
    cycle.known ? readHolding(reader, address, cycle.value) : unknown(cycle.reason),
  ])
  const [liquidMicroStx, enrolledThisCycle] = await Promise.all([
    readLiquidMicroStx(reader, deployment, address, stx.lockedMicroStx),
    cycle.known
      ? readEnrolledThisCycle(reader, address, cycle.value.id, holding)
      : unknown(cycle.reason),
  ])
  const reading: AccountReading = {
    deployment: deployment.id,
    address,
    burnHeight: network.burnHeight,
    readAt,
    sats,
    defiSats,
    ...stx,
    liquidMicroStx,
    enrolledThisCycle,
    ...enrollment,
    blacklisted,
    ...(meetsMinimum && { meetsMinimum }),
    holding,
  }
  return { reading: keepKnown(reading, earlier), problem: firstRefreshProblem(reader.failures) }
}
