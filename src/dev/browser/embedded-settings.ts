import { initialSettings, type Settings } from '../../app/settings.ts'
import { embeddedDeployment } from '../../chain/stacks/deployments.ts'

/**
 * Settings that point a profile at an embedded network, as a person could: what is built starts on
 * mainnet everywhere.
 */
export const embeddedSettings = (api: string, changes: Partial<Settings> = {}): Settings => ({
  ...initialSettings(),
  deployment: embeddedDeployment,
  apiBases: [api],
  ...changes,
})
