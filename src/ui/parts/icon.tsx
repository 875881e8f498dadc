const paths = {
  menu: 'M3 5h12M3 9h12M3 13h12',
  back: 'M11 4 6 9l5 5',
  close: 'M5 5l8 8M13 5l-8 8',
  check: 'm4 9.5 3.5 3.5L14 6',
  alert: 'M9 5.5v4.2m0 2.6v.1M9 2.2l7.2 13H1.8z',
  info: 'M9 8.5v4M9 5.6v.1M16 9A7 7 0 1 1 2 9a7 7 0 0 1 14 0Z',
  copy: 'M7 7V4.5A1.5 1.5 0 0 1 8.5 3h5A1.5 1.5 0 0 1 15 4.5v5A1.5 1.5 0 0 1 13.5 11H11M4.5 7h5A1.5 1.5 0 0 1 11 8.5v5A1.5 1.5 0 0 1 9.5 15h-5A1.5 1.5 0 0 1 3 13.5v-5A1.5 1.5 0 0 1 4.5 7Z',
  down: 'm5 7.5 4 4 4-4',
  refresh: 'M14.5 9a5.5 5.5 0 1 1-1.7-4M14.5 2.5V6H11',
  eye: 'M1.5 9S4.5 4 9 4s7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5Zm7.5 1.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  plus: 'M9 4v10M4 9h10',
  out: 'M8 4H4.5v9.5H14V10M10.5 3.5H14.5V7.5M14.5 3.5 8.5 9.5',
  grip: 'M6 6h.1M12 6h-.1M6 9h.1M12 9h-.1M6 12h.1M12 12h-.1',
} as const
export type IconName = keyof typeof paths

/** A line drawing in the text's colour; decoration only, so its button carries the label. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class="icon"
    width="18"
    height="18"
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    stroke-width="1.5"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={paths[name]} />
  </svg>
)

/** The mark: two metals. */
export const Mark = () => (
  <svg class="mark" width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
    <rect class="fill-violet" x="2" y="4" width="12" height="6" rx="2" />
    <rect class="fill-amber" x="8" y="12" width="12" height="6" rx="2" />
  </svg>
)
