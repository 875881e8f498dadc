import { version } from '../../package.json'

/** What the worker of a widget says first: which one it is, and of which version. */
export const greetingOf = (widget: string): string => `twinstack ${widget} ${version}`
