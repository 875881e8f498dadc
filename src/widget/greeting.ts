import { version } from '../../package.json'

/** What a widget's worker says first: whose it is, and of which version. */
export const greeting = `twinstack ${version}`
