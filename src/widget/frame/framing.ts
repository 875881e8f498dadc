/** Whether this page is shown inside another one. */
export const isFramed = (): boolean => window.top !== window.self

/**
 * Opens this same page as a page of its own, where wallets can be, with the choices that its
 * address carries.
 */
export const openInOwnTab = (): void => void window.open(location.href, '_blank', 'noopener')
