/** Brings a picture to the hall, as a file of the note; tells how far it has come. */
import { uploadFile } from '#slices/files/web/uploading.ts'
import type { Sent } from './editor/uploads.ts'

/** Sends it; what is refused is thrown as ProblemError. */
export async function sendPicture(
  note: string,
  picture: File,
  onProgress: (part: number) => void,
): Promise<Sent> {
  const {
    id: file,
    width,
    height,
  } = await uploadFile(picture, { kind: 'note', id: note }, { onProgress })
  return { file, width, height }
}
