import type { ProjectFigures } from '../../ui/stores/use-figures.ts'

/** Projections in the worker. */
export const project: ProjectFigures = () => new Promise(() => undefined)
