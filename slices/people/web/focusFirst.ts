/** A form that appears because somebody asked for it takes the focus to its first field. */
export function focusFirst(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('input, select')?.focus()
}
