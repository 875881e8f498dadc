import { parseOrigin } from './parse-origin.ts'

/** Which hosts a frame may be told to ask. */
export interface FrameHosts {
  /** For figures to calculate with: of the page around it, too. */
  mayRead(url: string): boolean
  /** For everything that a network says, before and after signing. */
  mayAsk(url: string): boolean
}

/**
 * Anyone can make an address, and a page that signs follows it: it names no host but those that the
 * site which serves the frame has named itself. `page`: the origin of the page around the frame,
 * which may bring figures of its own; null where there is none.
 */
export const frameHosts = (page: string | null, named: readonly string[] = []): FrameHosts => ({
  mayAsk: (url) => named.includes(parseOrigin(url) ?? ''),
  mayRead: (url) => [...named, page].includes(parseOrigin(url) ?? ''),
})
