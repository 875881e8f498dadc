import type { ProjectFigures } from '../../ui/stores/use-figures.ts'

/** Projections by the background, for views that cannot start a worker. */
export const projectInBackground: ProjectFigures = () => new Promise(() => undefined)
