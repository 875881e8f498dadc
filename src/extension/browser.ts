/**
 * The extension API under one name. Firefox offers `chrome` with promises to Manifest V3 extensions too, so nothing has to be wrapped; `browser` comes
 * first there because it is the documented name.
 */
export const browser: typeof chrome = (globalThis as { browser?: typeof chrome }).browser ?? globalThis.chrome
