/** Who is signed in; filled by the slice that knows people. */
export function Me() {
  return null
}
