import { apply, optionNames } from '../../widget/frame/options.ts'
import type { FrameOptions } from '../../widget/frame/options.ts'
import type { Locale } from '../../ui/messages/locales.ts'
import { codeFor, ways } from './code.ts'
import type { Release, Way } from './code.ts'
import { speak, speakEnglish, wantedLocale } from './language.ts'

/** Version and hash of the widget beside which this page was built. */
declare const WIDGET_RELEASE: Pick<Release, 'version' | 'integrity'>

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const form = byId<HTMLFormElement>('options')
const live = byId('live')
const code = byId('code')
const language = byId<HTMLSelectElement>('language')
const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-way]')]
const release: Release = { ...WIDGET_RELEASE, base: new URL(`widget/${WIDGET_RELEASE.version}/`, location.href).href, frame: new URL('frame.html', location.href).href }
let way: Way = 'script'
let t = speakEnglish

const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement

function chosen(): FrameOptions {
  const options: Record<string, unknown> = {}
  for (const name of optionNames) {
    const input = field(name)
    if (input instanceof HTMLInputElement && input.type === 'checkbox') options[name] = input.checked || undefined
    else options[name] = input.value.trim() || undefined
  }
  return options as FrameOptions
}

function show(): void {
  const options = chosen()
  for (const name of optionNames) if (options[name] === undefined) live.removeAttribute(name)
  apply(live, options)
  code.textContent = codeFor(way, options, release)
}

async function turnTo(locale: Locale): Promise<void> {
  t = await speak(locale)
  language.value = locale
  byId('pinned').textContent = t('pinned', { version: release.version })
  byId('happened').textContent = byId('copied').textContent = ''
  // A widget without a language of its own looks for the page's when it is put somewhere.
  live.after(live)
}

// On a developer's machine the network beside this page is the one to speak to.
if (location.hostname === '127.0.0.1' || location.hostname === 'localhost') {
  field('network').value = 'devnet'
  field('api-url').value = location.origin
}
// What is looked up somewhere is not looked up at each letter.
const isLookedUp = (target: EventTarget | null) => target instanceof HTMLInputElement && (target.type === 'url' || target.name === 'address')
form.addEventListener('input', ({ target }) => isLookedUp(target) || show())
form.addEventListener('change', show)
form.addEventListener('submit', (event) => event.preventDefault())
for (const button of buttons) {
  button.addEventListener('click', () => {
    way = ways.find((each) => each === button.dataset.way) ?? 'script'
    for (const each of buttons) each.setAttribute('aria-pressed', String(each === button))
    show()
  })
}
byId('copy').addEventListener('click', () => {
  const say = (text: string) => void (byId('copied').textContent = text)
  navigator.clipboard.writeText(code.textContent ?? '').then(() => say(t('copied')), () => say(t('notCopied')))
})
language.addEventListener('change', () => {
  const address = new URL(location.href)
  address.searchParams.set('lang', language.value)
  history.replaceState(null, '', address)
  void turnTo(language.value as Locale)
})
for (const name of ['boost-change', 'wallet-connect', 'transaction-submitted', 'transaction-confirmed', 'reward-landed', 'widget-error'] as const) {
  live.addEventListener(name, () => void (byId('happened').textContent = t('event', { name })))
}
show()
const wanted = wantedLocale()
if (wanted !== 'en') void turnTo(wanted)
