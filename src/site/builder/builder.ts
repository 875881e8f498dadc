import { apply, optionNames } from '../../widget/frame/options.ts'
import type { FrameOptions } from '../../widget/frame/options.ts'
import { codeFor, ways } from './code.ts'
import type { Release, Way } from './code.ts'

/** Version and hash of the widget beside which this page was built. */
declare const WIDGET_RELEASE: Pick<Release, 'version' | 'integrity'>

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const form = byId<HTMLFormElement>('options')
const live = byId('live')
const code = byId('code')
const buttons = [...document.querySelectorAll<HTMLButtonElement>('[data-way]')]
const release: Release = { ...WIDGET_RELEASE, base: new URL('../widget/', location.href).href, frame: new URL('frame.html', location.href).href }
let way: Way = 'script'

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

// On a developer's machine the network beside this page is the one to speak to.
if (location.hostname === '127.0.0.1' || location.hostname === 'localhost') {
  field('network').value = 'devnet'
  field('api-url').value = location.origin
}
form.addEventListener('input', show)
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
  navigator.clipboard.writeText(code.textContent ?? '').then(() => say('Copied.'), () => say('Select the code and copy it yourself: this browser does not allow it here.'))
})
for (const name of ['boost-change', 'wallet-connect', 'transaction-submitted', 'transaction-confirmed', 'reward-landed', 'widget-error'] as const) {
  live.addEventListener(name, () => void (byId('happened').textContent = `Event: ${name}`))
}
byId('version').textContent = release.version
show()
