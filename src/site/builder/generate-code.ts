import { frameHosts } from '../../widget/frame/frame-hosts.ts'
import {
  parseOptions,
  serializeOptions,
  withoutStyles,
  type Options,
} from '../../widget/frame/options.ts'
import { isStyleValue, variableOf } from '../../widget/frame/style-options.ts'
import { widgets, type Widget, type WidgetKind } from './widgets.ts'

export const embedMethods = ['script', 'npm', 'frame'] as const
export type EmbedMethod = (typeof embedMethods)[number]

/** What the code points to: the widgets' files, their version and the hash of each one's script. */
export interface WidgetRelease {
  version: string
  integrity: Record<WidgetKind, string>
  /**
   * Addresses of the folder of the widgets' files, and of the folder with their frame pages; both
   * end in a slash.
   */
  files: string
  pages: string
}

const yourSite = 'https://your-site.example'

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The element with the options that differ from none, a line for each where they are many. */
function renderElement(tag: string, options: Options): string {
  const attributes = Object.entries(withoutStyles(options)).flatMap(([name, value]) => {
    if (value === true) return [name]
    return value ? [`${name}="${escape(value)}"`] : []
  })
  const between = attributes.length > 3 ? '\n  ' : ' '
  return `<${[tag, ...attributes].join(between)}></${tag}>`
}

/**
 * The options that the frame page takes: what it would ignore has no place in its address, and a
 * snapshot is named by the partner's page, not by the frame.
 */
export function filterFrameOptions(kind: WidgetKind, options: Options, origin = yourSite): Options {
  const { 'snapshot-url': snapshot } = options
  const whole =
    typeof snapshot === 'string' && URL.canParse(snapshot, origin)
      ? { 'snapshot-url': new URL(snapshot, origin).href }
      : {}
  const query = serializeOptions({ ...options, ...whole })
  return parseOptions(widgets[kind].framed, query, frameHosts(origin))
}

interface Embedding {
  kind: WidgetKind
  method: EmbedMethod
  options: Options
  release: WidgetRelease
  /** Origin of the partner's page: a frame speaks to that one alone. */
  origin?: string
  /** What screen readers call a frame. */
  title: string
}

/** The code that a partner copies. */
export function generateCode({ method, ...embedding }: Embedding): string {
  if (method === 'frame') return generateFrame(embedding)
  const { kind, options, release } = embedding
  const {
    framed: { tag },
    file,
    entry,
    heights,
  } = widgets[kind]
  const html = `${renderElement(tag, options)}\n${renderStyle(tag, heights(options), options)}\n`
  if (method === 'npm')
    return `npm install --save-exact twinstack@${release.version}\n\nimport '${entry}'\n\n${html}`
  return `<script type="module" crossorigin="anonymous"
  src="${escape(release.files)}${file}"
  integrity="${release.integrity[kind]}"></script>
${html}`
}

/**
 * The style that keeps a page from moving while a widget's script is loaded, and has the widget
 * look like the page.
 */
const renderStyle = (
  tag: string,
  [height, ...narrow]: ReturnType<Widget['heights']>,
  options: Options,
): string =>
  [
    '<style>',
    `  ${tag} { display: block; min-block-size: ${height}px }`,
    ...Object.entries(options)
      .filter(([name, value]) => isStyleValue(name, value))
      .map(([name, value]) => `  ${tag} { ${variableOf(name)}: ${value} }`),
    ...narrow.map(
      ([width, high]) =>
        `  @media (max-width: ${width}px) { ${tag} { min-block-size: ${high}px } }`,
    ),
    '</style>',
  ].join('\n')

function generateFrame({
  kind,
  options,
  release: { pages },
  origin = yourSite,
  title,
}: Omit<Embedding, 'method'>): string {
  const { page, heights } = widgets[kind]
  const [height] = heights(options)
  const query = serializeOptions(filterFrameOptions(kind, options, origin))
  query.set('origin', origin)
  const { theme } = options
  // A frame is see-through, at its corners, only where its element has the same scheme as its page.
  const scheme = theme === 'light' || theme === 'dark' ? theme : 'light dark'
  return `<iframe src="${escape(`${pages}${page}?${query}`)}"
  title="${escape(title)}"
  width="100%" height="${height}" loading="lazy" style="border: 0; color-scheme: ${scheme}"
  sandbox="allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox"></iframe>
<script>
  addEventListener('message', ({ source, origin, data }) => {
    if (origin !== '${new URL(pages).origin}') return
    if (data?.twinstack !== 1 || data.type !== 'resize') return
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.height = data.height
    }
  })
</script>
`
}
