import polyfill from 'webextension-polyfill'

/**
 * The extension API with promises in every browser. Its newer parts (scripting among them) have
 * them natively and pass through, so the newer API's types describe the whole.
 */
export const browser = polyfill as unknown as typeof chrome
