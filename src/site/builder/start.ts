// The page can be read as it is: what makes it work is not in the way of its first paint.
requestAnimationFrame(() => setTimeout(() => void import('./builder.ts')))

export {}
