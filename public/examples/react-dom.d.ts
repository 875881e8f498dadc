// A project of its own has @types/react-dom instead.
declare module 'react-dom/client' {
  export function createRoot(container: Element): {
    render(children: import('react').ReactNode): void
  }
}
