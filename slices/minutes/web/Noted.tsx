/** A part of the notes: HTML that the server made safe (slices/notes/rules/rendering.ts). */
export function Noted({ html }: { html: string }) {
  // oxlint-disable-next-line react/no-danger
  return <div className="noted" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
}
