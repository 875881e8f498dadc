/** The host of an address of the web; null for other addresses, and where none is told. */
export const hostOfWebPage = (url: string | undefined): string | null =>
  url !== undefined && /^https?:\/\//.test(url) && URL.canParse(url) ? new URL(url).host : null
