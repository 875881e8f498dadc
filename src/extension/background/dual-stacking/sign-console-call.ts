import { refuse, type CommandResult } from '../../../app/command-result.ts'
import { consoleCall, deployCall, fundCall } from '../../../wallet/stacks/console-calls.ts'
import { isReadableRequest } from '../../../wallet/stacks/is-readable-request.ts'
import type { StacksCallRequest } from '../../../wallet/stacks/stacks-call-request.ts'
import type { CommandOf } from '../../messages.ts'
import type { ItemStore } from '../../storage/item-store.ts'
import { currentDeployment } from './deployment-in-use.ts'
import { beginCall } from './sign-holder-call.ts'
import { signingAccount } from './signing-preconditions.ts'
import type { StacksSigning } from './stacks-signing.ts'
import { isContractRead, takesConsoleCall } from './takes-console-call.ts'

type ConsoleCommand = CommandOf<'call'> | CommandOf<'fundPool'> | CommandOf<'deploy'>

const CONTRACT_NAME = /^[a-zA-Z][\w-]{0,39}$/

/**
 * Records an intent for what an operator asked and brings it before the wallet; the conditions are
 * made here, whatever the view says. `readContract` is asked for a contract that was not read yet.
 */
export async function signConsoleCall(
  store: ItemStore,
  signing: StacksSigning,
  command: ConsoleCommand,
  readContract: () => Promise<void>,
): Promise<CommandResult> {
  const signer = signingAccount(store, signing)
  if (!signer.ok) return signer
  const request = requestOf(store, command, signer.account.address)
  if (!request || !isReadableRequest(request)) return refuse('not-understood')
  if (!request.deploy) {
    if (!isContractRead(store)) await readContract()
    if (!takesConsoleCall(store, request.functionName)) return refuse('not-writable')
  }
  return beginCall(signing, { action: 'call', request }, command.tabId)
}

function requestOf(
  store: ItemStore,
  command: ConsoleCommand,
  account: string,
): StacksCallRequest | undefined {
  const deployment = currentDeployment(store)
  switch (command.type) {
    case 'call':
      return consoleCall(deployment, account, command)
    case 'fundPool':
      return command.sats > 0n ? fundCall(deployment, account, command.sats) : undefined
    case 'deploy':
      return CONTRACT_NAME.test(command.name)
        ? deployCall(deployment, account, command.name, command.source)
        : undefined
  }
}
