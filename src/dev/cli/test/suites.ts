/** The vitest projects, by the command that runs them. */
export const suites = {
  /** What decides: `npm test`. */
  quick: ['unit', 'contract', 'main-jobs'],
  /** `npm run test:browser`. */
  browser: ['browser'],
  /** Long runs against the contract: `npm run test:exhaustive`. */
  exhaustive: ['exhaustive'],
} as const satisfies Record<string, readonly string[]>

export type TestProject = (typeof suites)[keyof typeof suites][number]

export const allProjects: readonly TestProject[] = Object.values(suites).flat()

const needsBrowser: readonly TestProject[] = ['main-jobs', 'browser']

/** Whether any of these projects drives browsers over what the build makes. */
export const needsBrowsers = (projects: readonly TestProject[]): boolean =>
  projects.some((project) => needsBrowser.includes(project))
