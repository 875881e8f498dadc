import { boostFrame } from '../widget/frame/boost-frame.ts'
import { frameHosts } from '../widget/frame/frame-hosts.ts'
import { isFramed } from '../widget/frame/framing.ts'
import {
  applyOptions,
  parseOptions,
  serializeOptions,
  withoutStyles,
  type Options,
} from '../widget/frame/options.ts'
import { parseOrigin } from '../widget/frame/parse-origin.ts'
import { poolFrame } from '../widget/frame/pool-frame.ts'
import { serveFrame } from '../widget/frame/serve-frame.ts'
import { yieldFrame } from '../widget/frame/yield-frame.ts'
import { choosePageLocale, translatePage } from './translate-page.ts'

/**
 * The iframe pages, one for each widget: options from the address, then messages of the one origin
 * that the address names. On its own it is the page to sign on.
 */
const query = new URLSearchParams(location.search)
const frames = [boostFrame, poolFrame, yieldFrame]
const widget = document.querySelector<HTMLElement>(frames.map(({ tag }) => tag).join())!
const framed = frames.find(({ tag }) => tag === widget.localName)!
const page = document.documentElement
let options: Options = {}

function take(next: Options): void {
  options = next
  applyOptions(widget, framed, isFramed() ? options : withoutStyles(options))
  // A frame has no page around it whose language it could take: it is the visitor's, unless its
  // address says another.
  page.lang = choosePageLocale(options['locale'])
  // A frame is see-through, at its corners, only where its element on the page has the same scheme.
  page.dataset['theme'] = String(options['theme'] ?? '')
}

/** Origins that the site which serves this page has named in it. */
const named = document.querySelector<HTMLMetaElement>('meta[name="twinstack-hosts"]')?.content ?? ''
const origin = parseOrigin(query.get('origin'))
// Outside a frame there is no page whose figures could be meant.
const hosts = frameHosts(isFramed() ? (origin ?? null) : null, named.split(/\s+/).filter(Boolean))
take(parseOptions(framed, query, hosts))
if (isFramed()) document.body.className = 'framed'
else {
  document.querySelector('header')!.hidden = false
  const referred = document.getElementById('referred')
  if (referred) referred.hidden = options['referrer'] === undefined
  const shown = () => void (document.body.className = 'own')
  translatePage().then(shown, shown)
}
if (isFramed() && origin) {
  // The address keeps the choices: the page to sign on is this one, opened outside the frame.
  let typed: Options = {}
  const keep = (): void => {
    const next = serializeOptions(framed.allowed({ ...options, ...typed }, hosts))
    next.set('origin', origin)
    if (`?${next}` !== location.search) history.replaceState(null, '', `?${next}`)
  }
  serveFrame({
    widget,
    framed,
    page: window.parent,
    origin,
    configure: (changes) => {
      take(framed.allowed({ ...options, ...changes }, hosts))
      typed = { ...typed, ...changes }
      keep()
    },
    changed: (detail) => {
      typed = framed.typed(detail, options)
      keep()
    },
  })
}
