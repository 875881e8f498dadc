/**
 * Listeners that group a field's digits when it is left, and take the groups away when it is
 * entered: among them a digit more would change what a sign means. Entered by key, all is selected,
 * as it would be otherwise.
 */
export const groupingListeners = (rewrite: (text: string, isGrouped: boolean) => string) => ({
  onfocus({ target }: { target: HTMLInputElement }) {
    target.value = rewrite(target.value, false)
    target.select()
  },
  onblur({ target }: { target: HTMLInputElement }) {
    target.value = rewrite(target.value, true)
  },
})
