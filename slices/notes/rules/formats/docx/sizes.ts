/** The size of a picture by its first bytes: PNG, JPEG, GIF; null for anything else. */
type Size = { type: 'png' | 'jpg' | 'gif'; width: number; height: number }

export function sizeOf(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 24) return null
  if (view.getUint32(0) === 0x89504e47)
    return sane({ type: 'png', width: view.getUint32(16), height: view.getUint32(20) })
  if (view.getUint32(0) === 0x47494638)
    return sane({ type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) })
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : null
}

function sane(size: Size): Size | null {
  return size.width > 0 && size.height > 0 ? size : null
}

function jpegSize(view: DataView): Size | null {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const kind = view.getUint8(at + 1)
    const frame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)
    if (frame)
      return sane({ type: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) })
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
