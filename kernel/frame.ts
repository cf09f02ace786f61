/**
 * Frames of a WebSocket as the server sends them (RFC 6455, 5.2: one piece, unmasked). Encoded once,
 * a frame is written to every reader's stream as it stands.
 */
const FIN_TEXT = 0x81
const FIN_BYTES = 0x82
const IN_16_BITS = 126
const IN_64_BITS = 127

/** A frame whose payload of so many bytes is still to be filled in, and where it begins. */
function framed(kind: number, size: number): { frame: Buffer; head: number } {
  const head = size < IN_16_BITS ? 2 : size < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + size)
  frame[0] = kind
  if (head === 2) frame[1] = size
  else if (head === 4) {
    frame[1] = IN_16_BITS
    frame.writeUInt16BE(size, 2)
  } else {
    frame[1] = IN_64_BITS
    frame.writeBigUInt64BE(BigInt(size), 2)
  }
  return { frame, head }
}

/** The bytes on the wire of one text message. */
export function textFrame(text: string): Buffer {
  const { frame, head } = framed(FIN_TEXT, Buffer.byteLength(text))
  frame.write(text, head)
  return frame
}

/** The bytes on the wire of one message of bytes. */
export function bytesFrame(bytes: Uint8Array): Buffer {
  const { frame, head } = framed(FIN_BYTES, bytes.byteLength)
  frame.set(bytes, head)
  return frame
}
