/** What the welcome page explains, and the manifest's permissions that each of it is about. */
export const explainedPermissions = {
  storage: ['storage'],
  notifications: ['notifications'],
  alarms: ['alarms'],
  tab: ['activeTab', 'scripting'],
  menu: ['contextMenus'],
  /** Optional ones, which are asked for later. */
  sites: [],
} as const
export type ExplainedPermission = keyof typeof explainedPermissions
