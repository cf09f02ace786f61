/**
 * A text frame of a WebSocket as the server sends it (RFC 6455, 5.2: one piece, unmasked). Encoded
 * once, it is written to every reader's stream as it stands.
 */
const FIN_TEXT = 0x81
const IN_16_BITS = 126
const IN_64_BITS = 127

/** The bytes on the wire of one text message. */
export function textFrame(text: string): Buffer {
  const size = Buffer.byteLength(text)
  const head = size < IN_16_BITS ? 2 : size < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + size)
  frame[0] = FIN_TEXT
  if (head === 2) frame[1] = size
  else if (head === 4) {
    frame[1] = IN_16_BITS
    frame.writeUInt16BE(size, 2)
  } else {
    frame[1] = IN_64_BITS
    frame.writeBigUInt64BE(BigInt(size), 2)
  }
  frame.write(text, head)
  return frame
}
