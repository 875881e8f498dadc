/** The topics of the welcome page, each with the manifest's permissions that it explains. */
export const explainedPermissions = {
  storage: ['storage'],
  notifications: ['notifications'],
  alarms: ['alarms'],
  tab: ['activeTab', 'scripting'],
  menu: ['contextMenus'],
  /** Optional permissions, which are requested later. */
  sites: [],
} as const
export type ExplainedPermission = keyof typeof explainedPermissions
