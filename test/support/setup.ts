// webextension-polyfill refuses to load outside an extension: it looks for an extension id when it
// is imported.
const scope = globalThis as unknown as { chrome?: { runtime?: { id?: string } } }
scope.chrome ??= {}
scope.chrome.runtime ??= {}
scope.chrome.runtime.id ??= 'twinstack-test'
