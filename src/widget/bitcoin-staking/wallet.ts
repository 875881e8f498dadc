import { checkStakingCall } from '../../app/bitcoin-staking/check-staking-call.ts'
import { claimablesOf } from '../../app/bitcoin-staking/claimables.ts'
import { requestOfCall } from '../../app/bitcoin-staking/request-of-call.ts'
import { stakingErrorText } from '../../app/bitcoin-staking/staking-error-text.ts'
import type { StakingState } from '../../app/bitcoin-staking/staking-state.ts'
import { PoxReader } from '../../chain/stacks/bitcoin-staking/pox-reader.ts'
import { readClaimFunds } from '../../chain/stacks/bitcoin-staking/read-claim-funds.ts'
import type { StakingDeployment } from '../../chain/stacks/bitcoin-staking/staking-deployments.ts'
import type { StacksClient } from '../../chain/stacks/client.ts'
import type { SigningBlocker } from '../../protocol/bitcoin-staking/blockers/signing-blocker.ts'
import { stakeDates } from '../../protocol/bitcoin-staking/projection/stake-dates.ts'
import { blockerText } from '../../ui/bitcoin-staking/forms/blocker-text.ts'
import { shareOfBips, timeOfHeight } from '../../ui/bitcoin-staking/staking-times.ts'
import type { StakingCall } from '../../wallet/stacks/bitcoin-staking/staking-call.ts'
import type { StacksCallRequest } from '../../wallet/stacks/stacks-call-request.ts'
import { createWords, type Words } from '../../words/create-words.ts'
import { addressGroups } from '../../words/format/address.ts'
import { loadStaking, loadStakingForms } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'
import { clientFor } from '../stacks-clients.ts'
import { connectWallet } from '../stacks/connect-wallet.ts'
import { signRequest } from '../stacks/sign-request.ts'
import type { YieldSigningSetup } from './actions-setup.ts'
import { selectStakingDeployment } from './chain.ts'
import type { YieldAction } from './events.ts'
import { readVisitorState } from './read-visitor-state.ts'

const OFFERED_CYCLES = 12n
/** What was read longer ago is read again before the wallet is asked. */
const FRESH_MS = 60_000

/** Managers that accounts of this page have staked with, as `account manager`. */
const familiar = new Set<string>()

/** A call as it is shown before the wallet opens. */
interface Prepared {
  request: StacksCallRequest
  paragraphs: string[]
  /** What the wallet's window shows that it moves. */
  moves: string
  manager: string
  /** Whether something is left to claim after it. */
  hasMore: boolean
  readAt: number
}

/** A code and its sentence: why there is nothing to sign. */
type Stop = { stop: [code: string, sentence: string] }

interface Asked {
  action: YieldAction
  client: StacksClient
  deployment: StakingDeployment
  account: string
}

/**
 * Connects a wallet, shows what a stake or a claim does and what stands against it, has it signed
 * once a person has agreed, checks what came of it, and has it followed to its end.
 */
export async function signStaking(action: YieldAction, setup: YieldSigningSetup): Promise<void> {
  const { words, f, say, emit, signal, place } = setup
  const { t } = words
  const fail = (code: string, sentence: string): void => setup.fail(code, sentence)
  const { manager } = place()
  if (action === 'stake' && manager === null) return fail('no-manager', t('problem.no-manager'))
  if (action === 'stake' && setup.microStx() === 0n) return fail('amount', t('problem.amount'))
  const deployment = selectStakingDeployment(place())
  const connected = await connectWallet(deployment.network, setup)
  if (!connected || signal.aborted) return
  const { wallet, provider, account } = connected
  const client = clientFor(deployment)
  const locale = chooseLocale('auto', [f.locale])
  const forms = createWords(locale, await loadStakingForms(locale), 'sats')
  const prepare = () => prepareCall({ action, client, deployment, account }, forms, setup)
  say(t('reading'))
  let prepared = await prepare()
  if (signal.aborted) return
  if ('stop' in prepared) return fail(...prepared.stop)
  say('')
  const shown = prepared.paragraphs.join()
  if (!(await setup.confirm(prepared.paragraphs, 'agree', 'cancel'))) return
  if (Date.now() - prepared.readAt > FRESH_MS) {
    say(t('reading'))
    prepared = await prepare()
    if (signal.aborted) return
    if ('stop' in prepared) return fail(...prepared.stop)
    if (prepared.paragraphs.join() !== shown) return fail('changed', t('problem.changed'))
  }
  const { request, moves, manager: of, hasMore } = prepared
  const told = (txid: string) => ({ action, txid, address: account })
  return signRequest(
    {
      request,
      client,
      wallet,
      provider,
      moves,
      submitted: (txid) => {
        familiar.add(`${account} ${of}`)
        emit('yield-transaction-submitted', told(txid))
      },
      confirmed: (txid) => {
        emit('yield-transaction-confirmed', told(txid))
        if (hasMore) say(`${t('confirmed')} ${t('more')}`)
        setup.again()
      },
      describeError: async (errorNumber) =>
        stakingErrorText(createWords(locale, await loadStaking(locale), 'sats'), errorNumber),
    },
    setup,
  )
}

async function prepareCall(
  asked: Asked,
  forms: Words,
  setup: YieldSigningSetup,
): Promise<Prepared | Stop> {
  const { action, client, deployment, account } = asked
  const { manager } = setup.place()
  const state = await readVisitorState(client, deployment, {
    account,
    manager: action === 'stake' ? manager : null,
  })
  if (!state) return { stop: ['unread', setup.words.t('problem.unread')] }
  const choose = action === 'stake' ? chooseStake : chooseClaim
  const chosen = await choose(state, asked, forms, setup)
  if ('stop' in chosen) return chosen
  const { call, blockers, sentences, bankedSats, ...rest } = chosen
  const made = requestOfCall(call, { state, deployment, account, bankedSats })
  if (!made) return { stop: ['unread', setup.words.t('problem.unread')] }
  const context = textContext(state, deployment)
  return {
    ...rest,
    request: made.request,
    paragraphs: [
      setup.words.t('signer', { account: addressGroups(account).join(' ') }),
      ...sentences,
      ...blockers.map((each) => blockerText(forms, each, context)),
    ],
    readAt: Date.now(),
  }
}

interface Chosen extends Pick<Prepared, 'moves' | 'manager' | 'hasMore'> {
  call: StakingCall
  blockers: SigningBlocker[]
  sentences: string[]
  bankedSats: bigint
}

const textContext = ({ programme }: StakingState, { network }: StakingDeployment) => ({
  network,
  burnHeight: programme?.burnHeight ?? 0n,
  now: Date.now(),
})

const refusalOf = (
  blockers: readonly SigningBlocker[],
  forms: Words,
  context: ReturnType<typeof textContext>,
): Stop | undefined => {
  const refused = blockers.find(({ kind }) => kind === 'refused')
  return refused && { stop: [refused.code, blockerText(forms, refused, context)] }
}

async function chooseStake(
  state: StakingState,
  { deployment }: Asked,
  forms: Words,
  setup: YieldSigningSetup,
): Promise<Chosen | Stop> {
  const { t: say, f } = forms
  const { t } = setup.words
  const { manager, cycles: wanted } = setup.place()
  const microStx = setup.microStx()
  const cycles = /^\d{1,2}$/.test(wanted ?? '') ? BigInt(wanted!) : OFFERED_CYCLES
  const call = { kind: 'stake' as const, manager: manager!, microStx, cycles, payout: null }
  const blockers = checkStakingCall(state, call, { nativePool: deployment.nativePool })
  const context = textContext(state, deployment)
  const stop = refusalOf(blockers, forms, context)
  if (stop) return stop
  const { clock } = state.programme!
  if (!clock.known) return { stop: ['unread', t('problem.unread')] }
  const { burnHeight, now } = context
  const dates = stakeDates(clock.value, burnHeight, cycles)
  const day = (height: bigint) => f.day(timeOfHeight(height, burnHeight, now), now)
  const fee = state.managers.read[manager!]?.reading.fee
  const stx = f.stx(microStx, 'exact')
  return {
    call,
    blockers,
    bankedSats: 0n,
    manager: manager!,
    hasMore: false,
    moves: say('staking.window.lock', { stx }),
    sentences: [
      t('through', {
        manager: manager!,
        fee: fee?.known ? f.percent(shareOfBips(fee.value.bips)) : t('unknownFee'),
      }),
      say('staking.does.stake', {
        stx,
        cycles: say('staking.form.cycleCount', { count: Number(cycles) }),
      }),
      say('staking.counts.next', {
        cycle: f.integer(dates.firstCycle),
        date: day(dates.startHeight),
        claim: day(dates.firstClaimHeight),
      }),
      say('staking.undo.stake'),
      say('staking.moves.lock', { stx }),
    ],
  }
}

async function chooseClaim(
  state: StakingState,
  { client, deployment, account }: Asked,
  forms: Words,
  setup: YieldSigningSetup,
): Promise<Chosen | Stop> {
  const { t: say, f } = forms
  const rows = claimablesOf(state.holder)?.rows.filter(({ grossSats }) => grossSats > 0n) ?? []
  const context = textContext(state, deployment)
  const reader = new PoxReader(client, deployment, { fresh: true })
  const known = rows.map(({ manager }) => manager).filter((each) => isFamiliar(account, each))
  let stop: Stop = { stop: ['nothing', setup.words.t('problem.nothing')] }
  // The oldest cycle first.
  for (const { cycle, bond, manager, netSats } of rows.toReversed()) {
    const call = { kind: 'claim' as const, cycle, bond }
    const shape = state.managers.read[manager]?.reading.shape
    if (!shape?.known || netSats === null) continue
    const leg = { manager, cycle, bond, staker: account }
    const { poolSats, bankedSats } = await readClaimFunds(reader, leg, shape.value.family)
    if (!bankedSats.known) continue
    const blockers = checkStakingCall(state, call, {
      poolSats: poolSats.known ? poolSats.value : null,
      bankedSats: bankedSats.value,
      familiar: new Set(known),
    })
    const refused = refusalOf(blockers, forms, context)
    if (refused) {
      stop = refused
      continue
    }
    const sats = f.sats(netSats + bankedSats.value)
    return {
      call,
      blockers,
      bankedSats: bankedSats.value,
      manager,
      hasMore: rows.length > 1,
      moves: say('staking.window.sats', { sats }),
      sentences: [
        setup.words.t('payer', { manager }),
        say('staking.does.claim', { sats, cycle: f.integer(cycle) }),
        say('staking.counts.now'),
        say('staking.undo.never'),
        say('staking.moves.claim', { sats }),
      ],
    }
  }
  return stop
}

const isFamiliar = (account: string, manager: string): boolean =>
  familiar.has(`${account} ${manager}`)
