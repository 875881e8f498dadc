/** Whether this page is shown inside another one. */
export const isFramed = (): boolean => window.top !== window.self

/** Opens this page outside the frame, where wallets can be, with the options in its address. */
export const openInOwnTab = (): void => void window.open(location.href, '_blank', 'noopener')
