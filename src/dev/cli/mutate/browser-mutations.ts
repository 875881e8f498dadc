import type { Mutation } from './mutation.ts'

const comparison = {
  from: 'compareStacksCall(asked, read.call)',
  to: 'undefined',
} as const
const recovery = {
  within: 'src/extension/background/signing/signing-engine.ts',
  from: `if (!isAlive) await fail('interrupted')`,
  to: '',
} as const

/** Mutations of rows whose test drives a browser. */
export const browserMutations: readonly Mutation[] = [
  { threat: 'Forged outcome of a request', ...comparison },
  { threat: 'A wallet that signs another transaction', ...comparison },
  { threat: 'The same through the widget', ...comparison },
  {
    threat: 'Guessed ids, forged events and window messages',
    within: 'src/extension/background/signing/wallet-requests.ts',
    from: 'const nonce = crypto.randomUUID()',
    to: 'const nonce = id',
  },
  {
    threat: 'A page that floods',
    from: 'if (state.outcomes >= MOST_OUTCOMES) return',
    to: '',
  },
  {
    threat: 'Impersonated provider',
    from: 'const difference = compareStacksCall(request, sent)',
    to: 'const difference = undefined',
  },
  {
    threat: 'A page that is left once its wallet has sent',
    from: 'await signing.lookForSilent(Date.now())',
    to: '',
  },
  {
    threat: 'A page that is left once its Dusk wallet has sent',
    from: `if (found) return { sent: 'found', txid: found.hash }`,
    to: `if (found) return { sent: 'nothing' }`,
  },
  {
    threat: 'A page that is left once its wallet has sent, in Firefox',
    from: 'await signing.lookForSilent(Date.now())',
    to: '',
  },
  {
    threat: 'What another account signed on Dusk',
    from: `if (sender) return 'wrong-account'`,
    to: '',
  },
  {
    threat: 'A visitor who cannot tell which account the widget asks',
    from: "say(`${words.t('waiting')} ${words.t('shows', shows)}`)",
    to: "say(words.t('waiting')); void shows",
  },
  {
    threat: 'What another account signed, through the widget',
    from: `setup.connect(null)\n    fail('problem.other-account'`,
    to: `fail('problem.other-account'`,
  },
  {
    threat: 'A pinned widget whose CDN redirects',
    from: 'src.includes(name)',
    to: 'src === import.meta.url',
  },
  {
    threat: "Another file in the place of the widget's worker, in a browser",
    from: `{ integrity, credentials: 'omit' }`,
    to: `{ credentials: 'omit' }`,
  },
  {
    threat: 'An account of another network in the widget',
    from: 'connected.addresses.find((each) => checkAddress(each, network).ok)',
    to: 'connected.addresses.at(-1)',
  },
  {
    threat: 'A wallet of the pool widget that sends and says that it has not, or says nothing',
    within: 'src/widget/hyperstaking/wallet.ts',
    from: `if (look.sent === 'found') return follow(asked, look.txid)`,
    to: '',
  },
  {
    threat: 'The pool widget pressed again while nobody can tell what was sent',
    from: `if (earlier?.look.sent === 'unknown') return fail('problem.cannot-look')`,
    to: '',
  },
  {
    threat: 'An old transaction as an answer to the pool widget',
    within: 'src/widget/hyperstaking/follow-pool-call.ts',
    from: `if (isTaken(hash)) return 'old-transaction'`,
    to: '',
    also: [{ from: 'judgeSentDuskCall(asked, hash, sent)', to: 'null' }],
  },
  {
    threat: 'A fee out of all proportion, through the pool widget',
    within: 'src/widget/hyperstaking/follow-pool-call.ts',
    from: `if (failure === 'high-fee') {`,
    to: 'if (false as boolean) {',
  },
  {
    threat: 'What another account signed, through the pool widget',
    from: `if (sender) return 'wrong-account'`,
    to: '',
  },
  {
    threat: 'A wallet that has changed its account since the pool widget connected',
    from: 'if (answeredBy !== account)',
    to: 'if (answeredBy === undefined)',
  },
  {
    threat: 'A person who cannot tell which account the pool widget asks',
    from: `t('signer', { account: groups(request.account) }),`,
    to: '',
  },
  {
    threat: 'DOM clobbering',
    from: `typeof (value as { request?: unknown } | null | undefined)?.request === 'function'`,
    to: `(value as { request?: unknown } | null | undefined)?.request !== undefined`,
  },
  {
    threat: 'Runtime messages in our name',
    from: `await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })`,
    to: '',
  },
  {
    threat: 'Messages of another extension',
    from: 'browser.runtime.onMessage.addListener((message: unknown, from, reply) =>',
    to: `browser.runtime.onMessageExternal.addListener((_message, _from, reply) => reply({}))
browser.runtime.onMessage.addListener((message: unknown, from, reply) =>`,
  },
  {
    threat: 'A script on pages that no one asked for',
    within: 'manifest.json',
    from: '"permissions": [',
    to: `"content_scripts": [
    { "matches": ["http://*/*"], "js": ["dist/extension/relay.js"] }
  ],
  "permissions": [`,
  },
  {
    threat: 'Commands of the panel that are not for a page',
    from: ' || !commandsFromPanel.has(parsed.output.type)',
    to: '',
  },
  {
    threat: "The panel's text read, its look changed",
    within: 'src/extension/content',
    from: `mode: 'closed'`,
    to: `mode: 'open'`,
  },
  {
    threat: 'The panel in Firefox',
    from: 'presses.counts(event, control) && place.wasStill()',
    to: 'event.isTrusted',
  },
  {
    threat: 'A panel moved under the pointer, in Firefox',
    from: 'presses.counts(event, control) && place.wasStill()',
    to: 'presses.counts(event, control)',
  },
  {
    threat: 'A page that looks for the extension, in Firefox',
    within: 'manifest.json',
    from: '"resources": ["dist/extension/panel/panel.html"]',
    to: '"resources": ["dist/extension/panel/panel.html", "dist/extension/popup/popup.html"]',
  },
  {
    threat: 'Messages of a content script or another extension, in Firefox',
    from: `!parsed.success || kind !== 'view'`,
    to: '!parsed.success',
  },
  {
    threat: 'The panel’s document framed or opened by a page',
    from: 'if (!(await isOpenPanel(tabId, token))) return { ok: false }',
    to: '',
  },
  {
    threat: 'A page that is told the panel’s address',
    from: `frame.setAttribute('credentialless', '')`,
    to: '',
  },
  {
    threat: 'A page that finds out whether the extension is installed',
    from: '"use_dynamic_url": true',
    to: '"use_dynamic_url": false',
  },
  {
    threat: 'The same, in a browser',
    within: 'manifest.json',
    from: '"resources": ["dist/extension/panel/panel.html"]',
    to: '"resources": ["dist/extension/panel/panel.html", "dist/extension/console/console.html"]',
  },
  {
    threat: 'Clickjacking of the panel',
    from: 'presses.counts(event, control) && place.wasStill()',
    to: 'place.wasStill()',
  },
  {
    threat: 'The same, as a game in a browser',
    from: 'presses.counts(event, control) && place.wasStill()',
    to: 'presses.counts(event, control)',
  },
  {
    threat: 'The widget put under the pointer',
    from: ', stillSince(control)) >=',
    to: ') >=',
  },
  {
    threat: 'The widget put under the pointer, in Firefox',
    from: ', stillSince(control)) >=',
    to: ') >=',
  },
  {
    threat: 'A covered choice among wallets',
    from: 'counts(event, seen) && resolve(id)',
    to: 'event.isTrusted && resolve(id)',
  },
  {
    threat: 'Clickjacking of the widget',
    within: 'src/widget/dual-stacking',
    from: 'const isPress = by.counts(event, event.currentTarget as Element)',
    to: 'const isPress = event.isTrusted',
  },
  {
    threat: 'Clickjacking of the pool widget',
    within: 'src/widget/visitor-questions.ts',
    from: 'const isPress = by.counts(event, event.currentTarget as Element)',
    to: 'const isPress = event.isTrusted',
  },
  {
    threat: 'Figures of another signer manager, as of the one that a page names',
    from: `if (manager !== null && manager !== file.manager?.manager) throw new Error('other-manager')`,
    to: '',
  },
  {
    threat: 'Clickjacking of Bitcoin Staking’s widget',
    within: 'src/widget/visitor-questions.ts',
    from: 'const isPress = by.counts(event, event.currentTarget as Element)',
    to: 'const isPress = event.isTrusted',
  },
  {
    threat: 'Clickjacking of the signing page',
    within: 'src/site/sign.html',
    from: '</main>',
    to: '<button>Continue</button></main>',
  },
  {
    threat: 'Messages to the frame from elsewhere',
    from: 'if (source !== page || from !== origin) return',
    to: 'if (source !== page) return',
  },
  {
    threat: 'Messages to the frame from a sibling window',
    from: 'if (source !== page || from !== origin) return',
    to: 'if (from !== origin) return',
  },
  {
    threat: "A pool of someone's own, through an address that people sign on",
    from: `others['network'] === 'local' && node !== undefined`,
    to: 'node !== undefined',
  },
  {
    threat: "A pool of someone's own, through an address that people sign on",
    from: "'node-url': like(new RegExp(`^${loopback}$`))",
    to: "'node-url': like(/^http/)",
  },
  {
    threat: 'Prototype pollution through configuration',
    from: 'const message = v.safeParse(messages, data)',
    to: `const merge = (into: any, more: any): any => {
      for (const key of Object.keys(more))
        if (typeof more[key] === 'object') merge((into[key] ??= {}), more[key])
        else into[key] = more[key]
      return into
    }
    const message = v.safeParse(messages, merge({}, data))`,
  },
  {
    threat: 'Markup through names of wallets and labels',
    within: 'src/ui/parts/foreign-name.tsx',
    from: 'return <bdi>{',
    to: 'return <bdi dangerouslySetInnerHTML={{ __html: name }} /> || <bdi>{',
  },
  {
    threat: 'Markup through attributes and themes',
    within: 'src/widget/dual-stacking/element.ts',
    from: 'view.fields[name].value = old',
    to: 'view.fields[name].parentElement!.innerHTML += old',
  },
  {
    threat: "Markup through the builder's code",
    from: `text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')`,
    to: 'text',
  },
  {
    threat: 'A mistyped or foreign reward address',
    from: `if (!validateStacksAddress(standard)) return problem('bad-checksum')`,
    to: '',
  },
  {
    threat: 'A mistyped or foreign reward address',
    within: 'src/extension/background/dual-stacking/signing-preconditions.ts',
    from: 'if (!checked.ok)',
    to: 'if (false)',
  },
  {
    threat: 'A superseded contract, or one that takes no calls',
    from: '? takesCall(read, action)',
    to: '? true',
  },
  {
    threat: 'Answers that are no answers',
    within: 'src/extension/background/dual-stacking/dual-stacking-refresher.ts',
    from: '      problem,\n',
    to: '      problem: null,\n',
  },
  {
    threat: 'A server of another network',
    within: 'src/chain/stacks/read-network.ts',
    from: 'tip.value.chainId !== deployment.chainId',
    to: 'false',
  },
  {
    threat: 'A snapshot that was damaged',
    from: '(await computeChecksum(json)) !== json.checksum',
    to: 'false',
  },
  {
    threat: "Storage without room, also for a wallet's answer",
    from: 'if ((answer as { taken?: unknown } | null)?.taken === true) return',
    to: 'return',
  },
  {
    threat: 'The background stopped, the browser restarted, the extension updated, at any moment',
    ...recovery,
  },
  { threat: 'The same for pool calls and news of pools', ...recovery },
]
