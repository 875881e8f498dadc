import { parseOptions, serializeOptions, type Options } from '../../widget/frame/options.ts'
import { widgets, type WidgetKind } from './widgets.ts'

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
function element(tag: string, options: Options): string {
  const attributes = Object.entries(options).flatMap(([name, value]) =>
    value === true
      ? [name]
      : value === undefined || value === false || value === ''
        ? []
        : [`${name}="${escape(value)}"`],
  )
  const between = attributes.length > 3 ? '\n  ' : ' '
  return `<${[tag, ...attributes].join(between)}></${tag}>`
}

/**
 * The options that the frame page takes: what it would leave out has no place in its address, and a
 * snapshot's is told from the partner's page, not from the frame.
 */
export function filterFrameOptions(kind: WidgetKind, options: Options, origin = yourSite): Options {
  const { 'snapshot-url': snapshot } = options
  const whole =
    typeof snapshot === 'string' && URL.canParse(snapshot, origin)
      ? { 'snapshot-url': new URL(snapshot, origin).href }
      : {}
  return parseOptions(widgets[kind].framed, serializeOptions({ ...options, ...whole }))
}

/**
 * The code that a partner copies; `origin` of his page, for the frame, which speaks to that one
 * alone.
 */
export function generateCode(
  kind: WidgetKind,
  way: EmbedMethod,
  options: Options,
  { version, integrity, files, pages }: WidgetRelease,
  origin = yourSite,
): string {
  const {
    framed: { tag },
    file,
    entry,
    page,
    name,
    heights,
  } = widgets[kind]
  const [height, ...narrow] = heights(options)
  if (way === 'frame') {
    const query = serializeOptions(filterFrameOptions(kind, options, origin))
    query.set('origin', origin)
    // A frame is see-through, at its corners, only where its element has the same scheme as its
    // page.
    const scheme =
      options['theme'] === 'light' || options['theme'] === 'dark' ? options['theme'] : 'light dark'
    return `<iframe src="${escape(`${pages}${page}?${query}`)}"
  title="${name}"
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
  const reserve = [
    '<style>',
    `  ${tag}:not(:defined) { display: block; min-block-size: ${height}px }`,
    ...narrow.map(
      ([width, high]) =>
        `  @media (max-width: ${width}px) { ${tag}:not(:defined) { min-block-size: ${high}px } }`,
    ),
    '</style>',
  ].join('\n')
  const html = `${element(tag, options)}\n${reserve}\n`
  if (way === 'npm')
    return `npm install --save-exact twinstack@${version}\n\nimport '${entry}'\n\n${html}`
  return `<script type="module" crossorigin="anonymous"\n  src="${escape(files)}${file}"\n  integrity="${integrity[kind]}"></script>\n${html}`
}
