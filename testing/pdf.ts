/** Slides for stories: PDFs made by hand, with letters that they do not bring along. */

export type Slide = { title: string; lines?: readonly string[] }

const WIDTH = 960
const HEIGHT = 540

const quoted = (text: string) => text.replaceAll(/[\\()]/g, (mark) => `\\${mark}`)

function contentOf({ title, lines = [] }: Slide): string {
  const rows = lines.map(
    (line, at) => `BT /F2 26 Tf 64 ${340 - at * 44} Td (${quoted(line)}) Tj ET`,
  )
  return [`BT /F1 44 Tf 64 430 Td (${quoted(title)}) Tj ET`, ...rows].join('\n')
}

/** Objects with their table of places, so that no reader has to guess. */
function whole(objects: readonly string[], more: string): Buffer {
  let file = '%PDF-1.7\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R ${more} >>`
  return Buffer.from(`${file}${table}${trailer}\nstartxref\n${file.length}\n%%EOF\n`, 'latin1')
}

/** A PDF of one page a slide. */
export function pdfOf(slides: readonly Slide[], more = ''): Buffer {
  const first = 5
  const kids = slides.map((_, at) => `${first + at * 2} 0 R`).join(' ')
  const pages = slides.flatMap((slide, at) => {
    const content = contentOf(slide)
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${first + at * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]
  })
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} >>`
  return whole(
    [
      '<< /Type /Catalog /Pages 2 0 R >>',
      `<< /Type /Pages /Kids [${kids}] /Count ${slides.length} >>`,
      font('Times-Bold'),
      font('Times-Roman'),
      ...pages,
    ],
    more,
  )
}

/** A PDF that asks for a password. */
export function lockedPdf(): Buffer {
  const secret = '5a'.repeat(32)
  const locked = `/ID [<${'07'.repeat(16)}> <${'07'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${secret}> /U <${secret}> >>`
  return pdfOf([{ title: 'Locked' }], locked)
}
