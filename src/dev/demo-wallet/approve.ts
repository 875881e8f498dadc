import * as v from 'valibot'
import { answerPage } from './answer-page.ts'
import { pending } from './protocol.ts'

const key = `pending:${new URLSearchParams(location.search).get('id')}`
const element = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E

const parsed = v.safeParse(pending, (await chrome.storage.local.get(key))[key])
if (parsed.success) {
  const { request, origin } = parsed.output
  element('what').textContent =
    request.method === 'stx_callContract' || request.method === 'dusk_sendTransaction'
      ? 'Sign a contract call?'
      : 'Connect this page?'
  element('origin').textContent = origin
  element('details').textContent = JSON.stringify(request.params ?? {}, null, 2)
  for (const name of ['approve', 'reject'] as const) {
    const button = element<HTMLButtonElement>(name)
    button.disabled = false
    button.addEventListener('click', () => void decide(name === 'approve'))
  }
} else element('what').textContent = 'Nothing to sign'

async function decide(approved: boolean): Promise<void> {
  if (!parsed.success) return
  for (const button of document.querySelectorAll('button')) button.disabled = true
  element('state').textContent = approved ? 'Signing…' : 'Rejecting…'
  await chrome.storage.local.remove(key)
  try {
    await answerPage(parsed.output, approved)
  } finally {
    // Also where the page that asked is gone.
    window.close()
  }
}
