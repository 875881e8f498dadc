import { stakingErrorText } from '../../app/bitcoin-staking/staking-error-text.ts'
import { createWords } from '../../words/create-words.ts'
import { loadStaking, loadStakingForms } from '../../words/load.ts'
import { chooseLocale } from '../../words/locales.ts'
import { clientFor } from '../stacks-clients.ts'
import { connectWallet } from '../stacks/connect-wallet.ts'
import { signRequest } from '../stacks/sign-request.ts'
import type { YieldSigningSetup } from './actions-setup.ts'
import { selectStakingDeployment } from './chain.ts'
import type { YieldAction } from './events.ts'
import { prepareCall } from './prepare-call.ts'

/** What was read longer ago is read again before the wallet is asked. */
const FRESH_MS = 60_000

/** Managers that accounts of this page have staked with, as `account manager`. */
const familiar = new Set<string>()

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
  const isFamiliar = (of: string) => familiar.has(`${account} ${of}`)
  const asked = { action, client, deployment, account, isFamiliar }
  const prepare = () => prepareCall(asked, forms, setup)
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
