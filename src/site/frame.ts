import { apply, fromQuery, toQuery } from '../widget/frame/options.ts'
import { originOf } from '../widget/frame/protocol.ts'
import { serveFrame } from '../widget/frame/serve.ts'
import { inForeignFrame } from '../widget/frame/top.ts'

/** The iframe page: options from its address, then messages of the one origin that the address names. On its own it is the page to sign on. */
const query = new URLSearchParams(location.search)
const widget = document.querySelector('dual-stacking-boost')!
let options = fromQuery(query)
apply(widget, options)
// A frame has no page around it whose language it could take: it is the visitor's, unless its address says another.
document.documentElement.lang = options.locale ?? navigator.language
const origin = originOf(query.get('origin'))
if (!inForeignFrame()) document.body.className = 'own'
else if (origin) {
  serveFrame({
    widget, page: window.parent, origin,
    // The address keeps the choices: the page to sign on is this one, opened outside the frame.
    configured: (changes) => {
      options = { ...options, ...changes }
      const next = toQuery(options)
      next.set('origin', origin)
      history.replaceState(null, '', `?${next}`)
    },
  })
}
