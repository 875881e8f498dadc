import { applyOptions, optionNames, type Options } from '../../widget/frame/options.ts'
import { parseOrigin } from '../../widget/frame/parse-origin.ts'
import { isStyleOption, isStyleValue } from '../../widget/frame/style-options.ts'
import { localeNames, locales, type Locale } from '../../words/locales.ts'
import { choosePageLocale } from '../translate-page.ts'
import {
  generateCode,
  filterFrameOptions,
  embedMethods,
  type WidgetRelease,
  type EmbedMethod,
} from './generate-code.ts'
import { createOwnProgramme } from './own-programme.ts'
import { loadBuilderWords, englishBuilderWords, translateBuilder } from './translate-builder.ts'
import { widgetKinds, widgets, type WidgetKind } from './widgets.ts'

/** Version and hashes of the widgets that were built with this page. */
declare const WIDGET_RELEASE: Pick<WidgetRelease, 'version' | 'integrity'>

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T
const all = <T extends HTMLElement>(selector: string) => [...document.querySelectorAll<T>(selector)]
const form = byId<HTMLFormElement>('options')
const language = byId<HTMLSelectElement>('language')
const origin = byId<HTMLInputElement>('origin')
const release: WidgetRelease = {
  ...WIDGET_RELEASE,
  files: new URL(`widget/${WIDGET_RELEASE.version}/`, location.href).href,
  pages: new URL('./', location.href).href,
}
let kind: WidgetKind = 'boost'
let way: EmbedMethod = 'script'
let locale: Locale = 'en'
let t = englishBuilderWords

/** Whether something of the page is for the widget that is chosen. */
const concerns = (element: Element, of = kind) =>
  (element.closest<HTMLElement>('[data-for]')?.dataset.for ?? of) === of
const field = (name: string, of = kind) =>
  all<HTMLInputElement | HTMLSelectElement>(`#options [name="${name}"]`).find((each) =>
    concerns(each, of),
  )

function chosen(): Options {
  return Object.fromEntries(
    optionNames(widgets[kind].framed).flatMap((name) => {
      const input = field(name)
      // A widget without a bar has no field for its colors.
      if (!input) return []
      const isCheck = input instanceof HTMLInputElement && input.type === 'checkbox'
      const value = (isCheck ? input.checked : input.value.trim()) || undefined
      return isStyleOption(name) && !isStyleValue(name, value) ? [] : [[name, value]]
    }),
  )
}

function show(): void {
  const options = chosen()
  applyOptions(byId(`live-${kind}`), widgets[kind].framed, options)
  byId('code').textContent = generateCode({
    kind,
    method: way,
    options,
    release,
    origin: parseOrigin(origin.value),
    title: t(widgets[kind].title),
  })
  byId('origin-field').hidden = way !== 'frame'
  byId('note').textContent =
    way === 'frame'
      ? [t('framed'), ...leftOut(options)].join(' ')
      : t(way === 'npm' ? 'exact' : 'pinned', { version: release.version })
}

/** What is chosen and a frame would not take, said. */
function leftOut(options: Options): string[] {
  const taken = filterFrameOptions(kind, options, parseOrigin(origin.value))
  const names = Object.keys(options).filter(
    (name) => options[name] !== undefined && taken[name] === undefined,
  )
  return [
    ...(names.length > 0 ? [t('leftOut', { names: names.join(', ') })] : []),
    ...(names.includes('node-url') ? [t('leftOutNode')] : []),
    ...(names.includes('api-url') ? [t('leftOutApi')] : []),
  ]
}

function speak(): void {
  translateBuilder(kind, t, locale)
  language.value = locale
  byId('happened').textContent = byId('copied').textContent = ''
  show()
}

async function turnTo(next: Locale): Promise<void> {
  t = await loadBuilderWords(next)
  locale = next
  speak()
  void own.show(locale)
  // A widget without a language looks for the page's when it is put into it.
  for (const each of widgetKinds) byId(`live-${each}`).after(byId(`live-${each}`))
}

function choose(next: WidgetKind): void {
  kind = next
  for (const each of all('[data-for]')) each.hidden = !concerns(each)
  for (const each of all('[data-kind]')) each.ariaPressed = String(each.dataset.kind === kind)
  // The other widget's script is loaded when it is selected.
  void import(/* @vite-ignore */ release.files + widgets[kind].file)
  speak()
}

async function copyCode(): Promise<void> {
  const say = (text: string) => void (byId('copied').textContent = text)
  try {
    await navigator.clipboard.writeText(byId('code').textContent ?? '')
    say(t('copied'))
  } catch {
    say(t('notCopied'))
  }
}

const remember = (name: string, value: string) => {
  const address = new URL(location.href)
  address.searchParams.set(name, value)
  history.replaceState(null, '', address)
}

for (const select of [language, field('locale')!])
  select.append(
    ...locales.map((tag) => {
      const option = new Option(localeNames[tag], tag)
      option.lang = tag
      return option
    }),
  )
/** Adds a network that is not public, and selects it. */
function offerNetwork(of: WidgetKind, name: string, label = name): void {
  const select = field('network', of)!
  select.append(new Option(label, name))
  select.value = name
}

const own = createOwnProgramme({
  input: byId<HTMLInputElement>('own-link'),
  place: byId('own-programme'),
  choose(network) {
    const select = field('network', 'boost')!
    select.querySelector('[value*="/"]')?.remove()
    if (network === null) select.value = 'mainnet'
    else offerNetwork('boost', network, network.slice(network.indexOf('.') + 1))
  },
})
const isLocal = ['127.0.0.1', 'localhost'].includes(location.hostname)

// On a developer's machine the networks next to this page are used; that of Dusk has the port
// below.
if (isLocal) {
  offerNetwork('boost', 'devnet')
  field('api-url', 'boost')!.value = location.origin
  offerNetwork('yield', 'devnet')
  field('api-url', 'yield')!.value = location.origin
  offerNetwork('pool', 'local')
  field('node-url', 'pool')!.value =
    `${location.protocol}//${location.hostname}:${Number(location.port) - 1}`
}
// What is looked up somewhere is not looked up at each letter.
const isLookedUp = (target: EventTarget | null) =>
  target instanceof HTMLInputElement &&
  (target.type === 'url' || ['address', 'account', 'pool', 'manager'].includes(target.name))
form.addEventListener('input', ({ target }) => isLookedUp(target) || show())
form.addEventListener('change', show)
byId('own-link').addEventListener('change', () => {
  const isLink = own.follow()
  const note = byId('own-note')
  note.textContent = isLink ? '' : t('ownLinkBad')
  note.hidden = isLink
  void own.show(locale)
})
form.addEventListener('submit', (event) => event.preventDefault())
origin.addEventListener('input', show)
for (const button of all('[data-way]')) {
  button.addEventListener('click', () => {
    way = embedMethods.find((each) => each === button.dataset.way) ?? 'script'
    for (const each of all('[data-way]')) each.ariaPressed = String(each === button)
    show()
  })
}
for (const button of all('[data-kind]')) {
  button.addEventListener('click', () => {
    choose(button.dataset.kind as WidgetKind)
    remember('widget', kind)
  })
}
byId('copy').addEventListener('click', () => void copyCode())
language.addEventListener('change', () => {
  remember('lang', language.value)
  void turnTo(language.value as Locale)
})
for (const each of widgetKinds) {
  for (const name of widgets[each].framed.events)
    byId(`live-${each}`).addEventListener(
      name,
      () => void (byId('happened').textContent = t('event', { name })),
    )
}
own.begin(location, isLocal ? location.origin : null)
const asked = new URLSearchParams(location.search)
choose(widgetKinds.find((each) => each === asked.get('widget')) ?? 'boost')
const wanted = choosePageLocale(asked.get('lang'))
void (wanted === 'en' ? own.show(locale) : turnTo(wanted))
