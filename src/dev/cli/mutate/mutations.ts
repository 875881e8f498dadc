import { browserMutations } from './browser-mutations.ts'
import type { Mutation } from './mutation.ts'
import { stakingMutations } from './staking-mutations.ts'

/** The rows whose defence is in one place of the code. */
export const mutations: readonly Mutation[] = [
  ...browserMutations,
  ...stakingMutations,
  {
    threat: 'Two windows that act at once',
    within: 'src/extension/background/signing/wallet-requests.ts',
    from: `await storeFirst(id, journal.record(id, { type: 'retried' }))`,
    to: '',
    also: [
      { from: `journal.find(id)?.state !== 'created'`, to: 'false' },
      { from: 'journal.nonceOf(id) !== nonce', to: 'false' },
    ],
  },
  {
    threat: 'The same outcome again',
    from: 'txidOf(each.intent) === verdict.txid &&',
    to: 'false &&',
  },
  {
    threat: 'A verdict on a payment from an API behind its node',
    from: '!height.ok || height.value >= tip.value.stacksHeight',
    to: 'true',
  },
  {
    threat: 'An old transaction as the answer to a new request',
    from: 'baseline?.known?.includes(txid)',
    to: 'false',
  },
  {
    threat: 'Sent all the same by a wallet whose page went away, and asked for again',
    from: `if (sent === 'found') return 'sent-before'`,
    to: '',
  },
  {
    threat: 'Asked for again while nobody can tell whether it was sent',
    from: `if (sent === 'unknown') return 'unknown'`,
    to: '',
  },
  {
    threat: 'A cover taken away just before the click',
    from: 'const LONG_ENOUGH_MS = 500',
    to: 'const LONG_ENOUGH_MS = 0',
  },
  {
    threat: 'A button put under a pointer that presses something else',
    from: 'known?.at === at',
    to: 'known',
  },
  {
    threat: 'A press lured from one button to another',
    from: 'isPartOf(start.node, control) &&',
    to: '',
  },
  {
    threat: 'The whole panel put under the pointer',
    from: 'known && isSame(known.at, at) ? known',
    to: 'known ? known',
  },
  {
    threat: 'A script in a page that gives commands',
    from: `!parsed.success || kind !== 'view'`,
    to: '!parsed.success',
  },
  {
    threat: 'A guessed token of the panel',
    from: '(await browser.storage.session.get(key))[key] === token',
    to: 'typeof (await browser.storage.session.get(key))[key] === typeof token',
  },
  {
    threat: 'The panel asked for more than its share',
    from: ' || !commandsFromPanel.has(parsed.output.type)',
    to: '',
  },
  {
    threat: 'Prototype pollution through any input',
    from: 'return JSON.parse(text) as unknown',
    to: `const merge = (into: any, from: any): any => {
      for (const key of Object.keys(from))
        if (typeof from[key] === 'object' && from[key]) merge((into[key] ??= {}), from[key])
        else into[key] = from[key]
      return into
    }
    return merge({}, JSON.parse(text))`,
  },
  {
    threat: 'Framing of extension pages',
    from: '"use_dynamic_url": true',
    to: '"use_dynamic_url": false',
  },
  {
    threat: 'Injected or remote code',
    from: "script-src 'self'",
    to: "script-src 'self' 'unsafe-eval'",
  },
  {
    threat: 'A provider posing as WalletConnect',
    from: 'stacksWallets.find((wallet) => wallet.id === id)',
    to: `stacksWallets.find((wallet) => wallet.id === id || id === 'walletconnect')`,
  },
  {
    threat: 'An old transaction of the user as the answer',
    from: 'if (sent.nonce < nonce) return true',
    to: '',
  },
  {
    threat: 'The same on Dusk',
    from: 'sent.nonce <= nonce) return true',
    to: 'false) return true',
  },
  {
    threat: 'An answer that belongs to another request',
    from: 'if (owner && txidOf(intent) === null)',
    to: 'if (false as boolean)',
  },
  {
    threat: 'A fee out of all proportion',
    from: 'feeMicroStx > BigInt(feeBound)',
    to: 'false',
  },
  {
    threat: 'A wallet that sends and says that it has not',
    from: `if (sent === 'found') return 'sent-before'`,
    to: '',
  },
  {
    threat: 'A network that does not tell what was sent',
    from: `if (sent === 'unknown') return 'unknown'`,
    to: '',
  },
  {
    threat: 'A host that says too little of what was sent on Stacks',
    from: `return parts.includes(null) ? 'not-comparable' : undefined`,
    to: 'return undefined',
  },
  {
    threat: 'A Dusk wallet that sends another call',
    from: `if (others.some(Boolean)) return 'result-mismatch'`,
    to: '',
  },
  {
    threat: 'A node that says too little of what was sent',
    from: `.includes(null) ? 'not-known' : null`,
    to: `.includes(null) ? null : null`,
  },
  {
    threat: 'A node, or a hub, that names the contract for deposits',
    from: '? { ...pool, moved } : pool',
    to: '? { ...pool, id: named.value! } : pool',
  },
  {
    threat: 'A node that writes what is signed',
    from: 'decoded.contract === contract &&',
    to: '',
  },
  {
    threat: 'A contract that a person never sees',
    from: '{plan.signs && <SignedPoolCall signer={signer} signs={plan.signs} />}',
    to: '',
  },
  {
    threat: 'Address poisoning: one that looks like a familiar one',
    from: 'a.slice(0, 5) === b.slice(0, 5) && a.slice(-4) === b.slice(-4)',
    to: 'false',
  },
  {
    threat: 'A contract that was never read',
    from: 'deployment.supersededBy !== null || deployment.custom',
    to: 'deployment.supersededBy !== null',
  },
  {
    threat: 'Absurd values in answers',
    from: `return refuse(request.id, 'failed', error`,
    to: `throw error; return refuse(request.id, 'failed', error`,
  },
  {
    threat: 'A leaked API key',
    from: 'apiKey && base === bases[0] &&',
    to: 'apiKey &&',
  },
  {
    threat: 'An API key for whatever host is chosen next',
    from: 'new URL(apiBases[0]).origin === apiKeyOrigin ? apiKey : null',
    to: 'apiKeyOrigin !== null ? apiKey : null',
  },
  {
    threat: 'A redirect to another host',
    from: `redirect: 'manual'`,
    to: `redirect: 'follow'`,
  },
  {
    threat: 'Cookies and referrers that name a visitor',
    from: `credentials: 'omit'`,
    to: `credentials: 'include'`,
  },
  {
    threat: 'Cookies and referrers that name a visitor',
    from: `referrerPolicy: 'no-referrer'`,
    to: `referrerPolicy: 'unsafe-url'`,
  },
  {
    threat: 'Plain http to elsewhere',
    from: `url.protocol === 'http:' && !isLoopback(text)`,
    to: 'false',
  },
  {
    threat: 'Endless or huge answers',
    from: 'const MAX_BYTES = 8 * 1024 * 1024',
    to: 'const MAX_BYTES = 80 * 1024 * 1024',
  },
  {
    threat: 'A snapshot that never ends',
    from: 'const MAX_BYTES = 16_384',
    to: 'const MAX_BYTES = 2 ** 30',
  },
  {
    threat: 'Formulas in exported payments',
    from: "? `'${text}` : text",
    to: '? text : text',
  },
  {
    threat: 'A page that drives the embedded network',
    from: 'if (!LOOPBACK.test(',
    to: 'if (false && !LOOPBACK.test(',
  },
  {
    threat: 'A page that drives the embedded network',
    from: "if (headers.origin !== undefined || (site !== undefined && site !== 'none'))",
    to: "if (site !== undefined && site !== 'none')",
  },
  {
    threat: 'A page that drives the embedded network',
    from: 'given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))',
    to: 'given.length >= 0 && token.length > 0',
  },
  {
    threat: 'A page that drives the embedded network',
    from: "if (method === 'POST' && !/^application",
    to: "if (method === 'PUT' && !/^application",
  },
  {
    threat: 'A contract written into the storage as one of ours',
    from: 'chainId === chainIds[network] &&',
    to: 'true &&',
  },
  {
    threat: 'Invented ids of transactions',
    from: "export const listedTransactionId = v.fallback(transactionId, '')",
    to: `export const listedTransactionId = v.fallback(v.string(), '')`,
  },
  {
    threat: 'One bad entry of a list',
    from: 'return instead === undefined ? [] : [instead]',
    to: 'throw new Error(`entry ${at}`)',
  },
  {
    threat: 'A list longer than was asked for',
    from: 'cut || list.length <= most',
    to: 'true',
  },
  {
    threat: 'A list that never ends',
    from: 'page < pages && client.clock.now() < until',
    to: 'client.clock.now() < until + 600_000',
  },
  {
    threat: 'A host that is not used any more, and does not let go',
    from: 'made?.life.abort()',
    to: '',
  },
  {
    threat: 'Payments that a host left out, or made up',
    from: 'return isThrough ? { doubted: [], gone: left } : { doubted: left, gone: [] }',
    to: 'return { doubted: isThrough ? [] : left, gone: [] }',
  },
  {
    threat: 'Warnings, punishments, closings and falls that a node made up',
    from: 'if (stands !== null) judged.set(notice.key, stands)',
    to: '',
  },
  {
    threat: 'A notification of what never was',
    within: 'src/extension/background/hyperstaking',
    from: 'await withdrawNotifications(store, gone)',
    to: 'void gone',
  },
  {
    threat: 'A fee out of all proportion on Dusk, spent before it was seen',
    from: `if (state !== 'submitted' && state !== 'executed') return null`,
    to: `if (state !== 'submitted' && state !== 'executed' && state !== 'asking') return null`,
  },
  {
    threat: 'News of pools that a node made up',
    from: 'return isRead ? !keys.has(key) : null',
    to: 'return isRead && keys.has(key) ? false : null',
  },
  {
    threat: 'Sentences, direction marks and stacked letters as names of wallets',
    from: `.replace(UNSEEN, '')`,
    to: '',
  },
  {
    threat: "A name of the page's that passes for our words",
    from: ': <ForeignName name={name} />',
    to: ': <>{name}</>',
  },
  {
    threat: 'Another file beside the widget, which asks wallets',
    from: 'link.integrity = integrity',
    to: 'void integrity',
  },
  {
    threat: 'Another file beside the widget, in Firefox',
    from: 'link.integrity = integrity',
    to: 'void integrity',
  },
  {
    threat: "Another file in the place of the widget's worker",
    from: `{ integrity, credentials: 'omit' }`,
    to: `{ credentials: 'omit' }`,
  },
  {
    threat: "A foreign file at the worker's address",
    from: '(data === greeting ? resolve(worker) : reject())',
    to: 'resolve(worker)',
  },
  {
    threat: 'A worker that is silent, or gives other figures',
    from: 'if (!isAnswer(data.answer, question)) return here()',
    to: '',
  },
  {
    threat: 'A worker that is silent, or gives other figures',
    from: 'setTimeout(here, LONGEST_MS)',
    to: 'undefined',
  },
  {
    threat: "The same of a wallet that gives only a transaction's id",
    from: `if (failure === 'wrong-account' && sender) return failForOther(sender)`,
    to: '',
  },
  {
    threat: 'A snapshot, or a host, whose figures no contract could have',
    within: 'src/widget/dual-stacking/estimate-boost.ts',
    from: '  } catch {\n    return undefined',
    to: '  } catch (error) {\n    throw error',
  },
  {
    threat: 'The same of a pool',
    within: 'src/widget/hyperstaking/estimate-pool.ts',
    from: '  } catch {\n    return undefined',
    to: '  } catch (error) {\n    throw error',
  },
  {
    threat: 'The same of Bitcoin Staking',
    within: 'src/widget/bitcoin-staking/estimate-yield.ts',
    from: '  } catch {\n    return undefined',
    to: '  } catch (error) {\n    throw error',
  },
  {
    threat: 'The same for languages, network and buttons',
    from: 'link.integrity = integrity',
    to: 'void integrity',
  },
  {
    threat: `A host of someone's own, through an address that people sign on`,
    from: 'mayAsk(api) ? {',
    to: 'mayAsk !== null ? {',
  },
  {
    threat: `Bytes in an operator's call that nobody can read`,
    from: 'args.every(isValue)',
    to: 'args.length >= 0 || args.every(isValue)',
  },
  {
    threat: 'The same in the console',
    from: `writable.reason !== 'unknown-contract' &&`,
    to: '',
  },
  {
    threat: 'The same in the widget',
    from: `if (!network) return { key: 'problem.unread' }`,
    to: 'if (!network) return undefined',
  },
  {
    threat: 'Damaged or newer storage',
    from: `if (parsed.code === 'newer') frozen.add(item.key)`,
    to: `if (parsed.code === 'newer') continue`,
  },
  {
    threat: 'A stake that locks more, or moves sBTC, than was asked',
    from: 'locksExactly(signer.account, microStx + addedMicroStx)',
    to: 'locksExactly(signer.account, addedMicroStx)',
  },
  {
    threat: 'A stake through which the payout address is deleted',
    from: 'if (payout !== null || storedPayout === null) return',
    to: 'if (payout !== undefined) return',
  },
  {
    threat: 'A manager that takes nearly all as its fee',
    from: 'if (bips >= UNUSUAL_FEE_BIPS) warnings',
    to: 'if (bips < 0n) warnings',
  },
  {
    threat: 'A wallet that signs with another account than it is asked for',
    from: 'if (shown.addresses.includes(account)) return null',
    to: 'if (shown.addresses.length >= 0) return null',
  },
  {
    threat: 'The same, on a page whose host has another account, or none that is known',
    from: 'return !last?.includes(request.account)',
    to: 'return last?.length === 0',
  },
  {
    threat: "What another account signed, taken for the user's",
    from: "if (sent.sender !== asked.account) return 'wrong-account'",
    to: '',
  },
  {
    threat: "A text of a page's choosing in the place of an account",
    from: 'answeredBy !== undefined && rules.isAccount(intent, answeredBy)',
    to: 'answeredBy !== undefined',
  },
  {
    threat: 'A person who cannot tell which account a Dusk wallet is asked for',
    from: '<FullAddress address={signer} />',
    to: '',
  },
  {
    threat: 'The same while the wallet is waited for',
    within: 'src/ui/hyperstaking',
    from: '{isAwaitingAnswer(duskPositionOf(intent)) && <Waiting intent={intent} />}',
    to: '',
  },
  {
    threat: 'A key of the keeper that others on its machine can read',
    from: 'const OTHERS = 0o077',
    to: 'const OTHERS = 0',
  },
  {
    threat: 'The key of the keeper in a log, a metric, an alert or a file',
    within: 'src/keeper/key',
    from: 'const signed = await makeContractCall({',
    to: `console.log(key)
      const signed = await makeContractCall({`,
  },
  {
    threat: 'A host that makes up a future, or holds the keeper back',
    from: 'sorted[Math.min(1, sorted.length - 1)]',
    to: 'sorted[0]',
  },
  {
    threat: 'Fees without end',
    from: 'if (chosen <= most) return chosen',
    to: 'if (chosen > 0n) return chosen',
  },
  {
    threat: 'Hosts of visited pages on the disk',
    from: "...(change.state !== 'asking' && { host: null }),",
    to: '',
  },
  {
    threat: 'A link that hands a programme over with a host, a key or a name of its own',
    from: `if (network !== 'devnet') return { network, contract, apiBases: [] }`,
    to: `if (network !== 'devnet')
      return { network, contract, apiBases: said.getAll('api') }`,
  },
  {
    threat: 'A page of a programme that asks a host named by its address',
    from: 'const target = readProgrammeHash(hash, local)',
    to: `const named = readProgrammeHash(hash, local)
  const apiBases = new URLSearchParams(hash.slice(1)).getAll('api-url')
  const target = named && { ...named, apiBases }`,
  },
  {
    threat: "A program of someone's own, through an address that people sign on",
    from: 'source: [...own, ...source()],',
    to: 'source: source(),',
  },
  {
    threat: 'A programme added by a script, or by a page that is only open',
    from: 'if (!isTrusted) return',
    to: '',
  },
  {
    threat: 'A contract that passes for the live build',
    from: 'versions.find((each) => each.plain === plain)',
    to: 'versions.find((each) => each.plain.length === plain.length)',
  },
  {
    threat: 'A live build that calls contracts of other code',
    from: `if (Object.values(helpers).some(({ kind }) => kind === 'unknown'))`,
    to: 'if (Object.values(helpers).length === 0)',
  },
  {
    threat: 'Code that a node does not tell, taken for verified',
    from: `if (!code.known) return { kind: 'unread' }`,
    to: `if (!code.known) return { kind: 'verified', version: 1, newest: 1, exact: true }`,
  },
  {
    threat: 'A contract that was added from a link and passes for a built-in one',
    from: `name: custom ? t('deployment.own', { name }) : name,`,
    to: 'name,',
  },
]
